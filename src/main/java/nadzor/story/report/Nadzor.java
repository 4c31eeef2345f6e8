package nadzor.story.report;

import java.util.Optional;

/** Who wrote the report. */
public final class Nadzor {
  private Nadzor() {}

  /** Name and version, as {@code nadzor 0.1.0}; the version of the jar's manifest, if there is. */
  public static String nameAndVersion() {
    Optional<String> version =
        Optional.ofNullable(Nadzor.class.getPackage())
            .flatMap(home -> Optional.ofNullable(home.getImplementationVersion()));
    return "nadzor " + version.orElse("(not packaged)");
  }
}

package nadzor.probe;

import java.util.List;
import java.util.Optional;

/** The techniques that there are. */
public final class Techniques {
  private static final List<Technique> ALL =
      List.of(
          new Plain(),
          new AlternativeResolver(),
          new SplitHello(),
          new NoSni(),
          new TrailingDot(),
          new PlainHttp());

  private Techniques() {}

  /** All, in the order in which a matrix shows them. */
  public static List<Technique> all() {
    return ALL;
  }

  /** The one of this name. */
  public static Optional<Technique> named(String name) {
    return ALL.stream().filter(technique -> technique.name().equals(name)).findFirst();
  }
}

package nadzor.story;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.censor.Profile;
import nadzor.files.BadFile;
import nadzor.files.Document;
import nadzor.files.Node;
import nadzor.files.Schema;
import nadzor.story.profile.ProfileReader;

/** Tells what kind of file a file is, by its first key, and checks it as that. */
public final class FileCheck {
  private static final Set<String> KINDS = Set.of("scenario", "profile", "platform");

  /**
   * Checks one file and those that it names.
   *
   * @return what it is, in words
   * @throws BadFile if it is none of those, or not right
   */
  public String check(Path file) {
    Node root = Document.read(file, Schema.named("any"));
    Set<String> kinds = root.keys().filter(KINDS::contains).collect(Collectors.toSet());
    if (kinds.size() != 1) {
      throw root.wrong(
          kinds.isEmpty() ? "none of the keys that tell its kind" : "keys of several kinds",
          "one of the keys scenario, profile, platform");
    }
    return switch (kinds.iterator().next()) {
      case "scenario" -> scenario(file);
      case "profile" -> profile(file);
      default -> platform(file);
    };
  }

  private static String scenario(Path file) {
    Scenario scenario = new ScenarioReader().read(file);
    return "scenario %s, %d records, %d decisions derived, %d steps"
        .formatted(
            scenario.name(),
            scenario.journal().entries().size(),
            scenario.derivation().firings().size(),
            scenario.steps().size());
  }

  private static String profile(Path file) {
    Profile profile = new ProfileReader().read(file);
    return "profile %s, %d lines".formatted(profile.name(), profile.rules().size());
  }

  private static String platform(Path file) {
    return "platform " + new ScenarioReader().platform(file).id();
  }
}

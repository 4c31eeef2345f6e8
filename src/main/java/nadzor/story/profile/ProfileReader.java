package nadzor.story.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.censor.Contradiction;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.StructuredError;
import nadzor.files.BadFile;
import nadzor.files.Document;
import nadzor.files.Node;
import nadzor.files.Schema;

/** Reads profile files. Thread-safe. */
public final class ProfileReader {
  private final Schema schema = Schema.named("profile");

  /**
   * Reads one file.
   *
   * @throws BadFile if it is none, or contradicts itself
   */
  public Profile read(Path file) {
    return profile(Document.read(file, schema));
  }

  /** As {@link #read}, from text. */
  public Profile parse(String file, String text) {
    return profile(Document.parse(file, text, schema));
  }

  private static Profile profile(Node root) {
    String name = root.text("profile");
    List<Node> lines = root.items("enforce");
    List<ProfileRule> rules = new ArrayList<>();
    for (Node line : lines) {
      rules.add(new LineReader(name, rules.size() + 1).read(line));
    }
    Profile profile =
        new Profile(
            name,
            root.text("about"),
            root.texts("source"),
            confidence(root),
            InspectionReader.inspection(root),
            InspectionReader.quic(root),
            extendedError(root),
            root.find("structured-error").map(ProfileReader::structured),
            rules);
    Optional<Contradiction> contradiction = Contradiction.first(profile);
    if (contradiction.isPresent()) {
      Contradiction found = contradiction.get();
      Node at = found.line() > 0 ? lines.get(found.line() - 1) : root;
      throw at.wrong(found.found(), found.expected());
    }
    return profile;
  }

  private static Profile.Confidence confidence(Node root) {
    return Profile.Confidence.valueOf(
        root.text("confidence", "unverified").toUpperCase(Locale.ROOT));
  }

  private static int extendedError(Node root) {
    return root.text("extended-error", "").equals("none")
        ? Profile.UNTOLD
        : root.integer("extended-error", Profile.CENSORED);
  }

  private static StructuredError structured(Node node) {
    try {
      return new StructuredError(
          node.integer("option", 0),
          node.texts("contact"),
          node.text("organisation", ""),
          node.text("language", "en"),
          node.find("sub-error").isPresent()
              ? OptionalInt.of(node.integer("sub-error", 0))
              : OptionalInt.empty());
    } catch (IllegalArgumentException e) {
      throw node.wrong(String.valueOf(e.getMessage()), "a structured error as the draft has it");
    }
  }
}

package nadzor.story.profile;

import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.censor.Action;
import nadzor.censor.Aim;
import nadzor.censor.ProfileRule;
import nadzor.censor.Residual;
import nadzor.files.Node;
import nadzor.flow.Sighting;

/** Reads one line of a profile. */
final class LineReader {
  private final String profile;
  private final int number;

  /** The line's number, from 1. */
  LineReader(String profile, int number) {
    this.profile = profile;
    this.number = number;
  }

  ProfileRule read(Node line) {
    Sighting.Kind on = kind(line.text("on"));
    Node written = line.get("action");
    Action action = ActionReader.read(written);
    Aim aim = new AimReader(profile, number).read(line, on, action);
    double chance = line.find("chance").map(LineReader::share).orElse(1.0);
    Optional<Residual> residual = line.find("residual").map(LineReader::residual);
    try {
      ProfileRule rule =
          new ProfileRule(on, aim, ConditionReader.read(line), chance, action, residual);
      FlowCheck.check(rule, written);
      return rule;
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("condition")
          ? line.wrong(message, "conditions that fit the sighting")
          : written.wrong(message, "an action that fits its line");
    }
  }

  private static Sighting.Kind kind(String word) {
    for (Sighting.Kind kind : Sighting.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(word);
  }

  /** The measure of a line that names none: what its action does. */
  static Measure measure(Node line, Action action) {
    Measure usual = action.name().equals("throttle") ? Measure.THROTTLE : Measure.BLOCK;
    return line.find("measure")
        .map(node -> Measure.valueOf(node.text().toUpperCase(Locale.ROOT)))
        .orElse(usual);
  }

  private static double share(Node node) {
    return node.as(Double::parseDouble, "a chance above 0, at most 1");
  }

  private static Residual residual(Node node) {
    for (Residual.Key key : Residual.Key.values()) {
      if (key.word().equals(node.text("key"))) {
        return residual(key, node);
      }
    }
    throw node.wrong(node.text("key"), "4-tuple, 3-tuple or address");
  }

  private static Residual residual(Residual.Key key, Node node) {
    try {
      return new Residual(key, node.get("for").duration(), node.flag("renewed", false));
    } catch (IllegalArgumentException e) {
      throw node.get("for").wrong("'" + node.text("for") + "'", "a duration above 0, as 75 s");
    }
  }
}

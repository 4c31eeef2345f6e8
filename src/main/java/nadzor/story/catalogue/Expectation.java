package nadzor.story.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nadzor.probe.Outcome;
import nadzor.probe.Stage;

/**
 * What the literature says of a cell. Immutable.
 *
 * @param text {@code pass}, {@code slow}, {@code down}, {@code blocked} at whatever stage, or
 *     {@code blocked(STAGE)}
 */
public record Expectation(String text) {
  /** Refuses other words. */
  public Expectation {
    if (!words().contains(text)) {
      throw new IllegalArgumentException("'" + text + "' is no expectation");
    }
  }

  /** All that can be expected. */
  static List<String> words() {
    Stream<String> stages =
        Arrays.stream(Stage.values()).map(stage -> Outcome.blocked(stage).text());
    return Stream.concat(Stream.of("pass", "slow", "down", "blocked"), stages).toList();
  }

  /** Whether that is what came out. */
  boolean holds(Outcome outcome) {
    return switch (text) {
      case "pass" -> outcome.equals(Outcome.OK);
      case "blocked" -> outcome instanceof Outcome.Blocked;
      default -> outcome.text().equals(text);
    };
  }
}

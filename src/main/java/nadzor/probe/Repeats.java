package nadzor.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One cell measured several times, each time beside its control. Immutable.
 *
 * @param outcome what all of them say, or unsure where they disagree
 * @param why of the first, or what each said where they disagree
 * @param rate bytes a second, of those that received anything
 * @param seconds how long a visit took
 */
public record Repeats(
    Outcome outcome, String why, Optional<Spread> rate, Optional<Spread> seconds) {
  private static final double NANOS = 1e9;

  /**
   * Judges each by the control of the same turn.
   *
   * @throws IllegalArgumentException if there are none, or not as many controls as visits
   */
  public static Repeats of(List<Observation> seen, List<Observation> controls) {
    if (seen.isEmpty() || seen.size() != controls.size()) {
      throw new IllegalArgumentException(
          seen.size() + " visits beside " + controls.size() + " controls");
    }
    List<Assessment> each = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      each.add(Assessment.of(seen.get(i), controls.get(i)));
    }
    List<Outcome> outcomes = each.stream().map(Assessment::outcome).toList();
    boolean agree = outcomes.stream().distinct().count() == 1;
    String words = String.join(", ", outcomes.stream().map(Outcome::text).toList());
    return new Repeats(
        Outcome.combine(outcomes),
        agree ? each.get(0).why() : "repeats disagree: " + words,
        Spread.of(seen.stream().flatMap(Repeats::rate).toList()),
        Spread.of(seen.stream().map(Observation::runtime).map(Repeats::seconds).toList()));
  }

  private static Stream<Double> rate(Observation each) {
    return each.rate().stream().boxed();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}

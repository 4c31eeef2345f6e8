package nadzor.story.survey;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Spread;
import nadzor.probe.Stage;
import nadzor.story.Vote;

/**
 * One cell as it was measured. Immutable.
 *
 * @param errand what was to be measured
 * @param turns the vote that counts of every repeat
 * @param because what the censor's log tells of these visits, each once
 */
public record Surveyed(Errand errand, List<Vote> turns, List<Because> because) {
  private static final double NANOS = 1e9;

  /** Copies the lists; refuses a cell that was never visited. */
  public Surveyed {
    turns = List.copyOf(turns);
    because = List.copyOf(because);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException(errand.key() + " was never visited");
    }
  }

  /** What the repeats say together; unsure where they disagree. */
  public Outcome outcome() {
    return Outcome.combine(turns.stream().map(Vote::outcome).toList());
  }

  /** Where it was kept from getting through. */
  public Optional<Stage> stage() {
    return outcome() instanceof Outcome.Blocked blocked
        ? Optional.of(blocked.stage())
        : Optional.empty();
  }

  /** One clause for people. */
  public String why() {
    List<String> said = turns.stream().map(vote -> vote.outcome().text()).toList();
    return said.stream().distinct().count() == 1
        ? turns.get(0).assessment().why()
        : "repeats disagree: " + String.join(", ", said);
  }

  /** Octets a second, of the visits that received anything. */
  public Optional<Spread> rate() {
    return Spread.of(seen().flatMap(each -> each.rate().stream().boxed()).toList());
  }

  /** Seconds that a visit took. */
  public Optional<Spread> seconds() {
    return Spread.of(seen().map(each -> each.runtime().toNanos() / NANOS).toList());
  }

  private Stream<Observation> seen() {
    return turns.stream().map(Vote::seen);
  }

  /** The outcome for a table, with the rate where it is what matters: {@code slow 650 B/s}. */
  String shown() {
    Outcome outcome = outcome();
    if (outcome instanceof Outcome.NotMeasured) {
      return "-";
    }
    return outcome.equals(Outcome.SLOW)
        ? rate().map(rate -> "slow " + rate(rate.median())).orElse("slow")
        : outcome.text();
  }

  private static String rate(double octets) {
    return octets < 10_000
        ? String.format(Locale.ROOT, "%.0f B/s", octets)
        : String.format(Locale.ROOT, "%.0f kB/s", octets / 1000);
  }
}

package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;

/**
 * A blocklist version as it was compiled. Immutable.
 *
 * @param list the compiled list
 * @param rules what it was compiled from, in order
 * @param at the calendar's instant
 * @param wall real time
 * @param took how long it took
 */
public record VersionCard(
    Blocklist list, List<Rule> rules, Instant at, Instant wall, Duration took) {
  /** Copies the rules. */
  public VersionCard {
    rules = List.copyOf(rules);
  }
}

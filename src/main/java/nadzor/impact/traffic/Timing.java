package nadzor.impact.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which stretch of a log is asked for, and how it is told in periods. Immutable.
 *
 * @param since the first instant, to the microsecond; empty for the log's first
 * @param until the instant at which it ends, itself outside; empty for the log's last
 * @param zone of times that carry none, and of the hours and days that are told
 * @param grain the length of the periods; empty to choose it by the span
 */
public record Timing(
    Optional<Instant> since, Optional<Instant> until, ZoneId zone, Optional<Grain> grain) {
  /**
   * Checks.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Timing {
    since = since.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    until = until.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          "found a stretch from "
              + since.get()
              + " until "
              + until.get()
              + ", expected a later end");
    }
  }

  /** Whether requests are left out by their time. */
  public boolean isBounded() {
    return since.isPresent() || until.isPresent();
  }

  /** Why a request of that time is left out, if it is. */
  Optional<Skip> leavesOut(Stamp stamp) {
    if (!isBounded()) {
      return Optional.empty();
    }
    return switch (stamp.kind()) {
      case NONE -> Optional.of(Skip.NO_TIME);
      case UNREADABLE -> Optional.of(Skip.TIME);
      case TOLD -> holds(stamp.instant()) ? Optional.empty() : Optional.of(Skip.OUTSIDE);
    };
  }

  private boolean holds(Instant at) {
    return since.map(from -> !at.isBefore(from)).orElse(true)
        && until.map(at::isBefore).orElse(true);
  }

  /** For people: {@code from 2021-03-10T07:00:00Z until the end}. */
  public String words() {
    return "from "
        + since.map(Instant::toString).orElse("the beginning")
        + " until "
        + until.map(Instant::toString).orElse("the end");
  }
}

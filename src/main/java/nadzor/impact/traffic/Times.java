package nadzor.impact.traffic;

import java.util.Optional;

/** Reads times where they are asked for, and only there. Not thread-safe. */
final class Times {
  private final Optional<Timing> timing;
  private final Optional<Clock> text;

  Times(Optional<Timing> timing) {
    this.timing = timing;
    text = timing.map(asked -> new Clock(asked.zone()));
  }

  boolean areAsked() {
    return timing.isPresent();
  }

  /** Of a text of the log. */
  Stamp of(String written) {
    return text.isPresent() ? text.get().of(written) : Stamp.NONE;
  }

  /** Of a packet. */
  Stamp of(long seconds, long nanos) {
    return areAsked() ? Stamp.at(seconds, nanos) : Stamp.NONE;
  }

  /** Why a request of that time is left out, if it is. */
  Optional<Skip> leavesOut(Stamp stamp) {
    return timing.isPresent() ? timing.get().leavesOut(stamp) : Optional.empty();
  }
}

package nadzor.probe;

import java.time.Duration;
import java.util.function.LongSupplier;

/** An instant of the monotonic clock after which nothing is waited for. Immutable. */
final class Deadline {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LongSupplier nanos;
  private final long at;

  private Deadline(LongSupplier nanos, long at) {
    this.nanos = nanos;
    this.at = at;
  }

  static Deadline after(Duration wait, LongSupplier nanos) {
    return new Deadline(nanos, nanos.getAsLong() + wait.toNanos());
  }

  /** The earlier of this one and {@code wait} from now. */
  Deadline within(Duration wait) {
    long other = nanos.getAsLong() + wait.toNanos();
    return new Deadline(nanos, other - at < 0 ? other : at);
  }

  boolean hasPassed() {
    return at - nanos.getAsLong() <= 0;
  }

  /** Rounded up, at least 1: fit for {@code Selector.select}, where 0 means for ever. */
  long remainingMillis() {
    long left = at - nanos.getAsLong();
    return Math.max(1, (left + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
  }

  /** Ends the step if the time is over. */
  void check() throws Failed {
    if (hasPassed()) {
      throw new Failed(Failure.of(Failure.Name.GENERIC_TIMEOUT_ERROR));
    }
  }
}

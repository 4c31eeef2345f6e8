package nadzor.clients;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, no longer than a deadline. */
final class Until {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private Until() {}

  /** Whether it came true in time. */
  static boolean met(Duration deadline, BooleanSupplier condition) {
    long end = System.nanoTime() + deadline.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  /** Fails with what is told then, where it did not. */
  static void holds(Duration deadline, BooleanSupplier condition, Supplier<String> told) {
    if (!met(deadline, condition)) {
      throw new AssertionError("not within " + deadline.toMillis() + " ms: " + told.get());
    }
  }
}

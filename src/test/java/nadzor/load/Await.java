package nadzor.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what must come, no longer than a deadline. */
final class Await {
  /** What a busy machine may take for something that is to happen at once. */
  static final Duration SOON = Duration.ofSeconds(10);

  /** What may come true. */
  interface Condition {
    boolean holds() throws IOException;
  }

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Await() {}

  /** Fails with what is told then, where it did not come true within {@link #SOON}. */
  static void until(Condition condition, Supplier<String> told) throws IOException {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + SOON.toMillis() + " ms: " + told.get());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}

package nadzor.office;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Wakes the office after a while; set anew, it forgets what it was set to. Thread-safe. */
final class Alarm implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "nadzor-office");
            made.setDaemon(true);
            return made;
          });
  private final Runnable deed;
  private Optional<Future<?>> wake = Optional.empty();

  Alarm(Runnable deed) {
    this.deed = deed;
  }

  /** Does the deed after that while, or after an hour where that is longer. */
  synchronized void set(Duration sleep) {
    off();
    if (!thread.isShutdown()) {
      long millis = Math.min(LONGEST.toMillis(), Math.max(1, sleep.toMillis()));
      wake = Optional.of(thread.schedule(deed, millis, TimeUnit.MILLISECONDS));
    }
  }

  synchronized void off() {
    wake.ifPresent(task -> task.cancel(false));
    wake = Optional.empty();
  }

  @Override
  public synchronized void close() {
    thread.shutdownNow();
  }
}

package nadzor.proxy;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one timer of a connection. Moving it later costs a reading of the clock; the timer itself is
 * armed again when it fires early. Not thread-safe: used on its event loop only.
 */
final class Deadline {
  private final EventExecutor loop;
  private Optional<Future<?>> timer = Optional.empty();
  private Runnable action = () -> {};
  private long limitNanos;
  private long dueNanos;
  private long armedNanos;

  Deadline(EventExecutor loop) {
    this.loop = loop;
  }

  /** From now on: this action, this long after now or the last {@link #touch}. */
  void set(Duration limit, Runnable newAction) {
    limitNanos = limit.toNanos();
    action = newAction;
    touch();
    if (timer.isEmpty() || dueNanos - armedNanos < 0) {
      cancelTimer();
      arm();
    }
  }

  /** Something happened: the time starts anew. */
  void touch() {
    dueNanos = now() + limitNanos;
  }

  /** How long ago the last {@link #touch} was, in nanoseconds. */
  long quietNanos() {
    return now() - (dueNanos - limitNanos);
  }

  /** Nothing will be done any more. */
  void cancel() {
    action = () -> {};
    cancelTimer();
  }

  /** Where its timer runs. */
  EventExecutor loop() {
    return loop;
  }

  /** The loop's clock, in nanoseconds. */
  long now() {
    return loop.ticker().nanoTime();
  }

  private void arm() {
    armedNanos = dueNanos;
    long wait = Math.max(0, dueNanos - now());
    timer = Optional.of(loop.schedule(this::fire, wait, TimeUnit.NANOSECONDS));
  }

  private void fire() {
    timer = Optional.empty();
    if (dueNanos - now() > 0) {
      arm();
    } else {
      action.run();
    }
  }

  private void cancelTimer() {
    timer.ifPresent(armed -> armed.cancel(false));
    timer = Optional.empty();
  }
}

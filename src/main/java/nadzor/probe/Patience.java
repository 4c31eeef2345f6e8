package nadzor.probe;

import java.time.Duration;

/** How a probe waits where waiting is part of the measurement. Thread-safe. */
@FunctionalInterface
public interface Patience {
  /** Lets the thread sleep. */
  Patience REAL = length -> Thread.sleep(length.toMillis());

  /** Returns when so much time is over. */
  void rest(Duration length) throws InterruptedException;
}

package nadzor.proxy;

import java.util.Optional;
import java.util.random.RandomGenerator;
import nadzor.censor.Pacing;

/**
 * When what comes by is due: after the delay and what jitter adds to it by chance. What is due
 * before something that came earlier waits for it. Not thread-safe.
 */
final class Lateness {
  private final long delayNanos;
  private final long jitterNanos;
  private final Optional<RandomGenerator> draws;

  /**
   * @param draws where the jitter is drawn from; needed where there is one
   */
  Lateness(Pacing pacing, Optional<RandomGenerator> draws) {
    delayNanos = pacing.delay().toNanos();
    jitterNanos = pacing.jitter().toNanos();
    this.draws = draws;
  }

  /** Whether all is due at once. */
  boolean isNone() {
    return delayNanos == 0 && jitterNanos == 0;
  }

  /** When what comes now is due. */
  long due(long now) {
    long more = jitterNanos == 0 ? 0 : draws.orElseThrow().nextLong(jitterNanos + 1);
    return now + delayNanos + more;
  }
}

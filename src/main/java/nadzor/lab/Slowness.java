package nadzor.lab;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a slow origin answers, without anything in between that slows it. Immutable.
 *
 * @param before from a request's last octet to the answer's first, at most ten minutes
 * @param octetsPerSecond of an answer's body at most; empty where the body is not paced
 */
public record Slowness(Duration before, OptionalLong octetsPerSecond) {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long FASTEST = 1_000_000_000;

  /** Checks both. */
  public Slowness {
    if (before.isNegative() || before.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "slow: found %d ms before the answer, expected 0 ms to 10 min"
              .formatted(before.toMillis()));
    }
    long rate = octetsPerSecond.orElse(1);
    if (rate < 1 || rate > FASTEST) {
      throw new IllegalArgumentException(
          "slow: found a rate of %d B/s, expected 1 B/s to 1000 MB/s".formatted(rate));
    }
  }

  /** The first octet comes late. */
  public static Slowness before(Duration before) {
    return new Slowness(before, OptionalLong.empty());
  }

  /** The body comes slowly. */
  public static Slowness rate(long octetsPerSecond) {
    return new Slowness(Duration.ZERO, OptionalLong.of(octetsPerSecond));
  }
}

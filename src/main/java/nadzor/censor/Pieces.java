package nadzor.censor;

import java.time.Duration;

/**
 * How a stream is cut before it goes on, each piece a write of its own. Immutable.
 *
 * @param octets how many each piece has at most
 * @param gap how long after a piece the next one may leave
 */
public record Pieces(int octets, Duration gap) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Checks that both are possible. */
  public Pieces {
    if (octets < 1) {
      throw new IllegalArgumentException("pieces of " + octets + " octets");
    }
    if (gap.isNegative() || gap.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a gap below 0, or above a day");
    }
  }
}

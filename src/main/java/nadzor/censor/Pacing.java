package nadzor.censor;

import java.time.Duration;
import java.util.Optional;

/**
 * How one direction of a flow is slowed down. Immutable.
 *
 * @param rate the token bucket; empty for a delay alone
 * @param share whose bucket it is
 * @param fromOctet how many octets of this direction pass freely first, counted from the trigger
 * @param delay how much later each octet leaves than it came
 */
public record Pacing(Optional<Rate> rate, Share share, long fromOctet, Duration delay) {
  /** Who shares a bucket. */
  public enum Share {
    /** Each flow has its own. */
    FLOW("flow"),
    /** All flows of one client address share one. */
    CLIENT("client"),
    /** All flows held for one case, or one list, share one in the whole network. */
    PLATFORM("platform");

    private final String word;

    Share(String word) {
      this.word = word;
    }

    /** The word in profile files. */
    public String word() {
      return word;
    }
  }

  /** Checks that something is slowed down. */
  public Pacing {
    if (rate.isEmpty() && delay.isZero()) {
      throw new IllegalArgumentException("neither a rate nor a delay");
    }
    if (fromOctet < 0 || delay.isNegative()) {
      throw new IllegalArgumentException("a count or a delay below 0");
    }
  }

  /** A bucket of each flow's own, from the trigger on. */
  public static Pacing of(Rate rate) {
    return new Pacing(Optional.of(rate), Share.FLOW, 0, Duration.ZERO);
  }
}

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
 * @param jitter how much more at most; drawn evenly for each read or datagram, the order stays
 * @param loss the share of datagrams that is lost, drawn for each; a stream loses nothing
 * @param pieces what a stream is cut into; datagrams are left whole
 * @param finDelay how much later than it came the end of a stream goes on; datagrams know none
 */
public record Pacing(
    Optional<Rate> rate,
    Share share,
    long fromOctet,
    Duration delay,
    Duration jitter,
    double loss,
    Optional<Pieces> pieces,
    Duration finDelay) {
  private static final Duration LONGEST = Duration.ofDays(1);

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
    if (fromOctet < 0 || delay.isNegative() || jitter.isNegative() || finDelay.isNegative()) {
      throw new IllegalArgumentException("a count, a delay or a jitter below 0");
    }
    if (!(loss >= 0 && loss <= 1)) {
      throw new IllegalArgumentException("a loss of " + loss);
    }
    boolean late = !delay.isZero() || !jitter.isZero() || !finDelay.isZero();
    if (rate.isEmpty() && !late && loss == 0 && pieces.isEmpty()) {
      throw new IllegalArgumentException("nothing that slows down, loses or cuts");
    }
    if (delay.plus(jitter).compareTo(LONGEST) > 0 || finDelay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a delay above a day");
    }
  }

  /** Without chance. */
  public Pacing(Optional<Rate> rate, Share share, long fromOctet, Duration delay) {
    this(rate, share, fromOctet, delay, Duration.ZERO, 0);
  }

  /** What leaves a stream whole, and its end undelayed. */
  public Pacing(
      Optional<Rate> rate,
      Share share,
      long fromOctet,
      Duration delay,
      Duration jitter,
      double loss) {
    this(rate, share, fromOctet, delay, jitter, loss, Optional.empty(), Duration.ZERO);
  }

  /** Cut into pieces and nothing else, each flow by itself, from the trigger on. */
  public static Pacing of(Pieces pieces) {
    return new Pacing(
        Optional.empty(),
        Share.FLOW,
        0,
        Duration.ZERO,
        Duration.ZERO,
        0,
        Optional.of(pieces),
        Duration.ZERO);
  }

  /** Whether some of it is for streams alone. */
  public boolean shapesStreams() {
    return pieces.isPresent() || !finDelay.isZero();
  }

  /** A bucket of each flow's own, from the trigger on. */
  public static Pacing of(Rate rate) {
    return new Pacing(Optional.of(rate), Share.FLOW, 0, Duration.ZERO);
  }

  /** The longest delay that there may be. */
  public Duration longest() {
    return delay.plus(jitter);
  }

  /** Whether any of it is drawn by chance. */
  public boolean isDrawn() {
    return !jitter.isZero() || loss > 0;
  }
}

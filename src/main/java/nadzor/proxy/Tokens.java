package nadzor.proxy;

import java.util.Optional;
import nadzor.censor.Bucket;
import nadzor.censor.Pacing;
import nadzor.censor.Rate;

/**
 * One direction's share of a token bucket, and when it is worth asking for more. Not thread-safe;
 * the bucket may be shared with other flows and event loops.
 */
final class Tokens {
  /** How much later a flow asks that had much of a shared bucket: the others come first. */
  private static final long YIELD_NANOS = 2_000_000;

  private static final double NANOS = 1e9;

  private final Bucket bucket;
  private final Rate rate;
  private final boolean shared;
  private long takenSinceWait;

  private Tokens(Bucket bucket, Rate rate, boolean shared) {
    this.bucket = bucket;
    this.rate = rate;
    this.shared = shared;
  }

  /** Of a pacing; empty where it is a delay alone. */
  static Optional<Tokens> of(Pacing pacing, Optional<Bucket> bucket) {
    return bucket.map(
        own -> new Tokens(own, pacing.rate().orElseThrow(), pacing.share() != Pacing.Share.FLOW));
  }

  Rate rate() {
    return rate;
  }

  /** How many of the octets wanted, at least 1, may pass now. */
  int take(int wanted, long now) {
    int taken = bucket.take(wanted, now);
    takenSinceWait += taken;
    return taken;
  }

  /**
   * How long to wait before so many octets are asked for again, at least 1 ns. Shaping waits until
   * half a bucket is there: few wakes, and one that comes late loses nothing.
   */
  long waitNanos(long wanted, long now) {
    long wait = Math.max(1, bucket.waitNanos(now));
    if (!rate.policing()) {
      double octets = Math.min(wanted, Math.max(1, rate.bucketBytes() / 2));
      wait = Math.max(wait, (long) Math.ceil(octets * NANOS / rate.bytesPerSecond()));
    }
    boolean much = takenSinceWait * 20 >= rate.bucketBytes();
    takenSinceWait = 0;
    return shared && much ? wait + YIELD_NANOS : wait;
  }
}

package nadzor.censor;

/**
 * The arithmetic of a {@link Rate}, in exact nanoseconds. Starts full. Not thread-safe: one bucket
 * belongs to one direction of one flow.
 *
 * <p>Tokens are kept as the instant at which the bucket was (or will be) empty, so that no rounding
 * adds up over a long flow.
 */
public final class TokenBucket implements Bucket {
  private static final double NANOS = 1e9;

  private final Rate rate;
  private final double nanosPerByte;
  private final double fullNanos;
  private double emptyAt;
  private boolean stalled;

  /** A full bucket. */
  public TokenBucket(Rate rate, long nowNanos) {
    this.rate = rate;
    nanosPerByte = NANOS / rate.bytesPerSecond();
    fullNanos = rate.bucketBytes() * nanosPerByte;
    emptyAt = nowNanos - fullNanos;
  }

  @Override
  public long tokens(long nowNanos) {
    double filled = Math.min(nowNanos - emptyAt, fullNanos);
    return (long) Math.max(0, Math.floor(filled / nanosPerByte + 1e-6));
  }

  /** How many octets may pass now. */
  public int allowance(long nowNanos) {
    double filled = Math.min(nowNanos - emptyAt, fullNanos);
    if (stalled && filled < fullNanos - 0.5) {
      return 0;
    }
    stalled = false;
    return (int)
        Math.max(0, Math.min(rate.bucketBytes(), Math.floor(filled / nanosPerByte + 1e-6)));
  }

  /** Takes octets that passed; {@code bytes} is at most what {@link #allowance} said. */
  public void spend(int bytes, long nowNanos) {
    emptyAt = Math.max(emptyAt, nowNanos - fullNanos) + bytes * nanosPerByte;
    stalled = rate.policing() && allowance(nowNanos) == 0;
  }

  @Override
  public int take(int wanted, long nowNanos) {
    int granted = Math.min(wanted, allowance(nowNanos));
    if (granted > 0) {
      spend(granted, nowNanos);
    }
    return granted;
  }

  @Override
  public long waitNanos(long nowNanos) {
    if (allowance(nowNanos) > 0) {
      return 0;
    }
    double wanted = stalled ? fullNanos : Math.min(fullNanos, nanosPerByte * quantum());
    return (long) Math.max(1, Math.ceil(emptyAt + wanted - nowNanos));
  }

  /** Shaping waits for a tenth of the bucket, so that a fast rate does not wake for each octet. */
  private int quantum() {
    return Math.max(1, rate.bucketBytes() / 10);
  }
}

package nadzor.censor;

/** One bucket for many flows. Thread-safe. */
final class SharedBucket implements Bucket {
  private final TokenBucket bucket;

  SharedBucket(Rate rate, long nowNanos) {
    bucket = new TokenBucket(rate, nowNanos);
  }

  @Override
  public synchronized int take(int wanted, long nowNanos) {
    return bucket.take(wanted, nowNanos);
  }

  @Override
  public synchronized long tokens(long nowNanos) {
    return bucket.tokens(nowNanos);
  }

  @Override
  public synchronized long waitNanos(long nowNanos) {
    return bucket.waitNanos(nowNanos);
  }
}

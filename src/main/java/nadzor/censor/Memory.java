package nadzor.censor;

/** What one network keeps beyond single flows, all of it bounded. Thread-safe. */
final class Memory {
  private static final int RESIDUALS = 100_000;
  private static final int BUCKETS = 65_536;

  private final ResidualMemory residual = new ResidualMemory(RESIDUALS);
  private final SharedBuckets buckets = new SharedBuckets(BUCKETS);

  ResidualMemory residual() {
    return residual;
  }

  SharedBuckets buckets() {
    return buckets;
  }
}

package nadzor.censor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The buckets that flows of one network share. Bounded: past its limit the one unused for longest
 * is forgotten (its flows keep it; new ones get a full one). Thread-safe.
 */
final class SharedBuckets {
  /**
   * Whose bucket.
   *
   * @param rate its rate: another line has another bucket
   * @param up its direction
   * @param holder client or case
   */
  record Key(Rate rate, boolean up, Object holder) {}

  private final int limit;
  private final Map<Key, SharedBucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  SharedBuckets(int limit) {
    this.limit = limit;
  }

  Bucket of(Key key, long nowNanos) {
    synchronized (buckets) {
      SharedBucket found =
          buckets.computeIfAbsent(key, fresh -> new SharedBucket(fresh.rate(), nowNanos));
      if (buckets.size() > limit) {
        buckets.remove(buckets.keySet().iterator().next());
      }
      return found;
    }
  }

  int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }
}

package nadzor.office;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many restrictions there were in each of the last seconds, by action. Thread-safe. */
public final class Rates {
  /** For so many seconds back. */
  public static final int SECONDS = 900;

  private static final class Series {
    private final long[] stamps = new long[SECONDS];
    private final long[] counts = new long[SECONDS];
    private final LongAdder total = new LongAdder();

    synchronized void count(long second) {
      int place = (int) (second % SECONDS);
      if (stamps[place] != second) {
        stamps[place] = second;
        counts[place] = 0;
      }
      counts[place]++;
      total.increment();
    }

    synchronized long[] last(long now, int seconds) {
      long[] values = new long[seconds];
      for (int i = 0; i < seconds; i++) {
        long second = now - seconds + 1 + i;
        int place = (int) (second % SECONDS);
        values[i] = stamps[place] == second ? counts[place] : 0;
      }
      return values;
    }
  }

  private final Map<String, Series> series = new ConcurrentHashMap<>();

  void count(String action, long second) {
    series.computeIfAbsent(action, none -> new Series()).count(second);
  }

  /** For each action the counts of the last seconds, the one of {@code now} last. */
  public Map<String, long[]> last(long now, int seconds) {
    Map<String, long[]> values = new TreeMap<>();
    series.forEach((action, one) -> values.put(action, one.last(now, seconds)));
    return values;
  }

  /** How many there were since the start, by action. */
  public Map<String, Long> totals() {
    Map<String, Long> totals = new TreeMap<>();
    series.forEach((action, one) -> totals.put(action, one.total.sum()));
    return totals;
  }
}

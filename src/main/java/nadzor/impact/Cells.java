package nadzor.impact;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts by key and outcome while a log is tallied. Not thread-safe. */
final class Cells {
  private static final Comparator<Breakdown.Row> WEIGHT =
      Comparator.comparingLong((Breakdown.Row row) -> -row.of(Outcome.NEWLY_RESTRICTED).requests())
          .thenComparingLong(row -> -row.of(Outcome.NEWLY_FREE).requests())
          .thenComparingLong(row -> -row.of(Outcome.OTHERWISE_RESTRICTED).requests())
          .thenComparingLong(row -> -row.of(Outcome.STILL_RESTRICTED).requests())
          .thenComparingLong(row -> -row.of(Outcome.STILL_FREE).requests())
          .thenComparing(Breakdown.Row::key);

  /** Counts of one key. */
  static final class Cell {
    private final long[] requests = new long[Outcome.values().length];
    private final long[] names = new long[Outcome.values().length];
    private String lastName = "";
    private int lastOutcomes;

    /** Requests for a name; all of a name come one after another. */
    void add(Outcome outcome, String name, long count) {
      if (!name.equals(lastName)) {
        lastName = name;
        lastOutcomes = 0;
      }
      int bit = 1 << outcome.ordinal();
      requests[outcome.ordinal()] += count;
      names[outcome.ordinal()] += (lastOutcomes & bit) == 0 ? 1 : 0;
      lastOutcomes |= bit;
    }

    void add(Outcome outcome, Count count) {
      requests[outcome.ordinal()] += count.requests();
      names[outcome.ordinal()] += count.names();
    }

    Map<Outcome, Count> counts() {
      Map<Outcome, Count> counts = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        long asked = requests[outcome.ordinal()];
        if (asked > 0) {
          counts.put(outcome, new Count(asked, names[outcome.ordinal()]));
        }
      }
      return counts;
    }
  }

  private final Map<String, Cell> cells = new HashMap<>();

  Cell at(String key) {
    return cells.computeIfAbsent(key, absent -> new Cell());
  }

  /** The rows of most weight. */
  Breakdown breakdown(Dimension by, int most) {
    List<Breakdown.Row> rows =
        cells.entrySet().stream()
            .map(entry -> new Breakdown.Row(entry.getKey(), entry.getValue().counts()))
            .collect(Comparators.least(most, WEIGHT));
    return new Breakdown(by, cells.size(), rows);
  }
}

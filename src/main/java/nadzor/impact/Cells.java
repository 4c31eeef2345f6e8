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

  /** Of one outcome. */
  private static final class Sum {
    private long requests;
    private long names;
    private String lastName = "";

    void add(String name, long count) {
      requests += count;
      names += name.equals(lastName) ? 0 : 1;
      lastName = name;
    }
  }

  /** Counts of one key. */
  static final class Cell {
    private final Map<Outcome, Sum> sums = new EnumMap<>(Outcome.class);

    private Sum sum(Outcome outcome) {
      return sums.computeIfAbsent(outcome, absent -> new Sum());
    }

    /** Requests for a name; all of a name come one after another. */
    void add(Outcome outcome, String name, long count) {
      sum(outcome).add(name, count);
    }

    void add(Outcome outcome, Count count) {
      Sum sum = sum(outcome);
      sum.requests += count.requests();
      sum.names += count.names();
    }

    Map<Outcome, Count> counts() {
      Map<Outcome, Count> counts = new EnumMap<>(Outcome.class);
      sums.forEach((outcome, sum) -> counts.put(outcome, new Count(sum.requests, sum.names)));
      counts.values().removeIf(count -> count.requests() == 0);
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

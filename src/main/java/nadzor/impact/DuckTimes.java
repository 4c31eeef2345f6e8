package nadzor.impact;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.impact.traffic.DuckDb;
import nadzor.impact.traffic.Skip;
import nadzor.impact.traffic.Stamp;
import nadzor.impact.traffic.Timing;

/** Counts by quarters of an hour inside DuckDB, in passes of their own: as for clients. */
final class DuckTimes {
  private static final String TABLE =
      "CREATE TEMP TABLE IF NOT EXISTS timed (time BIGINT, verdict INTEGER, requests BIGINT)";

  private static final String ALL =
      """
      INSERT INTO timed SELECT %2$s AS quarter, 0, CAST(sum(count) AS BIGINT)
      FROM (%1$s) WHERE count > 0 GROUP BY quarter""";

  private static final String NOTED =
      """
      INSERT INTO timed
      SELECT %2$s AS quarter, noted.verdict, CAST(sum(log.count) AS BIGINT)
      FROM (%1$s) log JOIN (
          SELECT name, type, url, nadzor_kind(verdict) AS verdict FROM judged
          WHERE file = %3$d AND verdict <> 0 AND counted) noted
        ON noted.name = log.name AND noted.type = log.type AND noted.url = log.url
      WHERE log.count > 0
      GROUP BY quarter, noted.verdict""";

  private static final String TOLD =
      "SELECT time, verdict, CAST(sum(requests) AS BIGINT) FROM timed GROUP BY time, verdict"
          + " ORDER BY time, verdict";

  private final Tally tally;
  private final Map<Integer, Long> noted = new HashMap<>();
  private long time;
  private long all;

  private DuckTimes(Tally tally) {
    this.tally = tally;
  }

  /** The rows of the stretch that is asked for. */
  static String within(String rows, Timing timing) {
    return timing.isBounded() ? "SELECT * FROM (" + rows + ") WHERE " + inside(timing) : rows;
  }

  private static String inside(Timing timing) {
    return "time >= 0"
        + timing.since().map(from -> " AND time >= " + micros(from)).orElse("")
        + timing.until().map(end -> " AND time < " + micros(end)).orElse("");
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** How many rows are outside of it, by reason. */
  static Map<Skip, Long> outside(DuckDb duck, String rows, Timing timing)
      throws SQLException, IOException {
    Map<Skip, Long> left = new HashMap<>();
    String why =
        "SELECT CASE WHEN %s THEN 0 ELSE least(time, 0) - 1 END AS why, count(*) FROM (%s) GROUP BY why"
            .formatted(inside(timing), rows);
    duck.query(
        why,
        row -> {
          long count = row.getLong(2);
          why(row.getInt(1)).ifPresent(one -> left.merge(one, count, Long::sum));
        });
    return left;
  }

  /** Zero for a row inside; else one less than its time's code, which is negative without one. */
  private static Optional<Skip> why(int number) {
    if (number == 0) {
      return Optional.empty();
    }
    Stamp stamp = Stamp.ofCode(number + 1L);
    return Optional.of(
        switch (stamp.kind()) {
          case TOLD -> Skip.OUTSIDE;
          case NONE -> Skip.NO_TIME;
          case UNREADABLE -> Skip.TIME;
        });
  }

  /** Counts those of one file. */
  static void gather(DuckDb duck, int file, String rows) throws SQLException {
    String quarter =
        "CASE WHEN time < 0 THEN time ELSE time - time %% %d END".formatted(Stamp.QUARTER);
    duck.run(TABLE);
    duck.run(ALL.formatted(rows, quarter));
    duck.run(NOTED.formatted(rows, quarter, file));
  }

  /** Hands all of them to the tally. */
  static void tell(DuckDb duck, Tally tally) throws SQLException, IOException {
    DuckTimes times = new DuckTimes(tally);
    duck.query(TOLD, row -> times.row(row.getLong(1), row.getInt(2), row.getLong(3)));
    times.flush();
  }

  private void row(long next, int verdict, long requests) {
    if (next != time) {
      flush();
      time = next;
    }
    if (verdict > 0) {
      noted.merge(verdict, requests, Long::sum);
    } else {
      all += verdict == 0 ? requests : -requests;
    }
  }

  private void flush() {
    if (all > 0) {
      tally.time(Stamp.ofCode(time), all, Map.copyOf(noted));
    }
    noted.clear();
    all = 0;
  }
}

package nadzor.impact;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import nadzor.impact.traffic.DuckDb;

/**
 * Counts by client group inside DuckDB. Clients are gathered and hashed within one query each; what
 * a table holds are groups.
 */
final class DuckClients {
  private static final String TABLE =
      "CREATE TEMP TABLE IF NOT EXISTS grouped (client VARCHAR, verdict INTEGER, requests BIGINT)";

  private static final String ALL =
      """
      INSERT INTO grouped SELECT %2$s AS client, 0, CAST(sum(requests) AS BIGINT)
      FROM (SELECT who, sum(count) AS requests FROM (%1$s) GROUP BY who) GROUP BY client""";

  /** What is restricted, or was left out, is little beside all: a second pass costs less. */
  private static final String NOTED =
      """
      INSERT INTO grouped SELECT %2$s AS client, verdict, CAST(sum(requests) AS BIGINT)
      FROM (SELECT log.who, noted.verdict, sum(log.count) AS requests
            FROM (%1$s) log JOIN (
                SELECT name, type, url, nadzor_kind(verdict) AS verdict FROM judged
                WHERE file = %3$d AND verdict <> 0 AND counted) noted
              ON noted.name = log.name AND noted.type = log.type AND noted.url = log.url
            WHERE log.count > 0
            GROUP BY log.who, noted.verdict)
      GROUP BY client, verdict""";

  private static final String TOLD =
      "SELECT client, verdict, CAST(sum(requests) AS BIGINT) FROM grouped GROUP BY client, verdict"
          + " ORDER BY client, verdict";

  private final Tally tally;
  private final Map<Integer, Long> noted = new HashMap<>();
  private String client = "";
  private long all;

  private DuckClients(Tally tally) {
    this.tally = tally;
  }

  /** Counts those of one file. */
  static void gather(DuckDb duck, int file, String rows, String group) throws SQLException {
    duck.run(TABLE);
    duck.run(ALL.formatted(rows, group));
    duck.run(NOTED.formatted(rows, group, file));
  }

  /** Hands all of them to the tally. */
  static void tell(DuckDb duck, Tally tally) throws SQLException, IOException {
    DuckClients clients = new DuckClients(tally);
    duck.query(TOLD, row -> clients.row(row.getString(1), row.getInt(2), row.getLong(3)));
    clients.flush();
  }

  private void row(String next, int verdict, long requests) {
    if (!next.equals(client)) {
      flush();
      client = next;
    }
    if (verdict > 0) {
      noted.merge(verdict, requests, Long::sum);
    } else {
      all += verdict == 0 ? requests : -requests;
    }
  }

  private void flush() {
    if (all > 0) {
      tally.group(client, all, Map.copyOf(noted));
    }
    noted.clear();
    all = 0;
  }
}

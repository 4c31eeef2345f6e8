package nadzor.impact;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nadzor.impact.traffic.DuckDb;

/** Hands what DuckDB gathered by name to the tally. */
final class DuckNames {
  /** Names in their one spelling: what differs only by case or the root's dot is one. */
  private static final String NAMES =
      "CREATE TEMP TABLE named AS SELECT nadzor_name(name) AS name, verdict,"
          + " CAST(sum(requests) AS BIGINT) AS requests FROM judged WHERE verdict >= 0 GROUP BY ALL";

  private static final String HIT =
      "CREATE TEMP TABLE hit AS SELECT DISTINCT name FROM named WHERE verdict > 0";
  private static final String REST =
      "SELECT CAST(coalesce(sum(requests), 0) AS BIGINT), count(*) FROM named WHERE name NOT IN"
          + " (SELECT name FROM hit)";
  private static final String HEARD =
      "SELECT name, verdict, requests FROM named WHERE name IN (SELECT name FROM hit) ORDER BY"
          + " name, verdict";
  private static final String TWINS =
      "SELECT CAST(coalesce(sum(requests), 0) AS BIGINT) FROM named WHERE name = %1$s";

  private final Tally tally;
  private final List<Heard> heard = new ArrayList<>();
  private String name = "";

  private DuckNames(Tally tally) {
    this.tally = tally;
  }

  static void tell(DuckDb duck, Tally tally, Twins twins) throws SQLException, IOException {
    duck.run(NAMES);
    duck.run(HIT);
    duck.query(REST, row -> tally.rest(new Count(row.getLong(1), row.getLong(2))));
    DuckNames names = new DuckNames(tally);
    duck.query(HEARD, row -> names.row(row.getString(1), new Heard(row.getInt(2), row.getLong(3))));
    names.flush();
    twins(duck, twins);
  }

  private void row(String next, Heard one) {
    if (!next.equals(name)) {
      flush();
      name = next;
    }
    heard.add(one);
  }

  private void flush() {
    if (!heard.isEmpty()) {
      tally.name(name, List.copyOf(heard));
      heard.clear();
    }
  }

  private static void twins(DuckDb duck, Twins twins) throws SQLException, IOException {
    for (int i = 0; i < twins.areas().size(); i++) {
      int hit = i;
      Control.Area area = twins.areas().get(i);
      String sql = TWINS.formatted(DuckDb.quoted(area.name()));
      String below = " OR ends_with(name, " + DuckDb.quoted("." + area.name()) + ")";
      duck.query(area.below() ? sql + below : sql, row -> twins.add(hit, row.getLong(1)));
    }
  }
}

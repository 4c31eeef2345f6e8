package nadzor.impact;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.DuckDb;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.Request;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.TrafficFile;
import nadzor.impact.traffic.TrafficSummary;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Brings a log that DuckDB does not read itself into a table of it, read by our own reader. */
record DuckLoading(DuckDb duck, String table, Optional<Timing> timing) {
  static DuckLoading into(DuckDb duck, String table, Optional<Timing> timing) throws SQLException {
    duck.run(
        "CREATE TEMP TABLE "
            + table
            + " (name VARCHAR, type VARCHAR, count BIGINT, url VARCHAR, who VARCHAR"
            + (timing.isPresent() ? ", time BIGINT)" : ")"));
    return new DuckLoading(duck, table, timing);
  }

  TrafficSummary.FileSummary load(TrafficFile file, ClientGroups groups, Progress progress)
      throws IOException, SQLException {
    DuckDBConnection connection = duck.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = connection.createAppender("temp", "main", table)) {
      return file.read(groups, timing, request -> append(appender, request), progress);
    }
  }

  private void append(DuckDBAppender appender, Request request) throws IOException {
    try {
      appender.beginRow();
      appender.append(request.name());
      appender.append(String.valueOf(request.type()));
      appender.append(request.count());
      appender.append(request.url());
      appender.append(request.group());
      if (timing.isPresent()) {
        appender.append(request.time().code());
      }
      appender.endRow();
    } catch (SQLException e) {
      throw new IOException("DuckDB: " + e.getMessage(), e);
    }
  }
}

package nadzor.impact;

import java.sql.Connection;
import java.sql.SQLException;
import nadzor.impact.traffic.Clock;
import nadzor.impact.traffic.Timing;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/** Our reading of times, as functions inside DuckDB. Thread-safe. */
final class DuckClock {
  private final Timing timing;

  private DuckClock(Timing timing) {
    this.timing = timing;
  }

  /**
   * Enters {@code nadzor_time(text)} and {@code nadzor_wall(micros)}: the time, as {@link
   * nadzor.impact.traffic.Stamp#code} has it, that a text tells, or a clock in the zone of what is
   * asked for.
   */
  static void register(Connection connection, Timing timing) throws SQLException {
    DuckClock clock = new DuckClock(timing);
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("nadzor_time")
          .withParameter(DuckDBColumnType.VARCHAR)
          .withReturnType(DuckDBColumnType.BIGINT)
          .withVectorizedFunction(clock::texts)
          .register(connection);
    }
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("nadzor_wall")
          .withParameter(DuckDBColumnType.BIGINT)
          .withReturnType(DuckDBColumnType.BIGINT)
          .withVectorizedFunction(clock::walls)
          .register(connection);
    }
  }

  private void texts(DuckDBDataChunkReader rows, DuckDBWritableVector out) {
    Clock clock = new Clock(timing.zone());
    for (long row = 0; row < rows.rowCount(); row++) {
      out.setLong(row, clock.of(rows.vector(0).getString(row)).code());
    }
  }

  private void walls(DuckDBDataChunkReader rows, DuckDBWritableVector out) {
    Clock clock = new Clock(timing.zone());
    for (long row = 0; row < rows.rowCount(); row++) {
      out.setLong(row, clock.wall(rows.vector(0).getLong(row)).code());
    }
  }
}

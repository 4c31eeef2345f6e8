package nadzor.impact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.QueryName;
import nadzor.impact.traffic.QueryType;
import nadzor.impact.traffic.Skip;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.UrlCheck;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/** Our judge, as functions inside DuckDB; each call takes a vector of rows. Thread-safe. */
record DuckFunctions(Judge judge, ClientGroups groups, Optional<Timing> timing) {
  private static final List<Skip> SKIPS = List.of(Skip.NAME, Skip.TYPE, Skip.COUNT, Skip.URL);

  /** A row that is left out has minus one, less the place of its {@link Skip} among these. */
  static int skipped(Skip why) {
    return -1 - SKIPS.indexOf(why);
  }

  /** Why a row was left out. */
  static Skip skip(int verdict) {
    return SKIPS.get(-1 - verdict);
  }

  /**
   * Enters {@code nadzor_judge(name, type, url, counted)}, the number of a verdict; {@code
   * nadzor_kind(verdict)}, the number that stands for its outcomes; {@code nadzor_name(name)}, the
   * name in its one spelling; {@code nadzor_group(client)} and {@code nadzor_named(group)}; where
   * times are asked for, what {@link DuckClock} enters.
   */
  void register(Connection connection) throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("nadzor_judge")
          .withParameter(DuckDBColumnType.VARCHAR)
          .withParameter(DuckDBColumnType.VARCHAR)
          .withParameter(DuckDBColumnType.VARCHAR)
          .withParameter(DuckDBColumnType.BOOLEAN)
          .withReturnType(DuckDBColumnType.INTEGER)
          .withVectorizedFunction(this::judge)
          .register(connection);
    }
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("nadzor_kind")
          .withParameter(DuckDBColumnType.INTEGER)
          .withReturnType(DuckDBColumnType.INTEGER)
          .withVectorizedFunction(this::kind)
          .register(connection);
    }
    text(connection, "nadzor_name", name -> QueryName.of(name).orElse(""));
    text(connection, "nadzor_group", groups::of);
    text(connection, "nadzor_named", groups::named);
    if (timing.isPresent()) {
      DuckClock.register(connection, timing.get());
    }
  }

  private static void text(Connection connection, String name, UnaryOperator<String> function)
      throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(DuckDBColumnType.VARCHAR)
          .withReturnType(DuckDBColumnType.VARCHAR)
          .withVectorizedFunction((rows, out) -> text(rows, out, function))
          .register(connection);
    }
  }

  private static void text(
      DuckDBDataChunkReader rows, DuckDBWritableVector out, UnaryOperator<String> function) {
    DuckDBReadableVector texts = rows.vector(0);
    for (long row = 0; row < rows.rowCount(); row++) {
      out.setString(row, function.apply(texts.getString(row)));
    }
  }

  private void kind(DuckDBDataChunkReader rows, DuckDBWritableVector out) {
    DuckDBReadableVector verdicts = rows.vector(0);
    for (long row = 0; row < rows.rowCount(); row++) {
      int verdict = verdicts.getInt(row);
      out.setInt(row, verdict < 0 ? verdict : judge.book().kind(verdict));
    }
  }

  private void judge(DuckDBDataChunkReader rows, DuckDBWritableVector out) {
    Judge.Lane lane = judge.lane();
    DuckDBReadableVector names = rows.vector(0);
    DuckDBReadableVector types = rows.vector(1);
    DuckDBReadableVector urls = rows.vector(2);
    DuckDBReadableVector counted = rows.vector(3);
    for (long row = 0; row < rows.rowCount(); row++) {
      out.setInt(
          row,
          verdict(
              lane,
              names.getString(row),
              types.getString(row),
              urls.getString(row),
              counted.getBoolean(row)));
    }
  }

  /** The same questions in the same order as those that a row from a reader is asked. */
  private static int verdict(
      Judge.Lane lane, String name, String type, String url, boolean counted) {
    String asked = QueryName.of(name).orElse("");
    if (asked.isEmpty()) {
      return skipped(Skip.NAME);
    }
    OptionalInt number = QueryType.of(type);
    if (number.isEmpty()) {
      return skipped(Skip.TYPE);
    }
    if (!counted) {
      return skipped(Skip.COUNT);
    }
    return UrlCheck.fits(url, asked)
        ? lane.judge(asked, number.getAsInt(), url)
        : skipped(Skip.URL);
  }
}

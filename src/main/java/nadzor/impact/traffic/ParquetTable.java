package nadzor.impact.traffic;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Parquet file as a table of text: {@code name}, {@code type}, {@code count}, {@code url}, {@code
 * who}, empty where the file has no such column or no value. Immutable.
 */
public final class ParquetTable {
  private static final List<String> NUMBERS =
      List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

  private static final List<String> MOMENTS =
      List.of(
          "TIMESTAMP",
          "TIMESTAMP_S",
          "TIMESTAMP_MS",
          "TIMESTAMP_NS",
          "DATE",
          "TIMESTAMP WITH TIME ZONE");

  private final Path path;
  private final Columns columns;
  private final Map<String, String> types;

  private ParquetTable(Path path, Columns columns, Map<String, String> types) {
    this.path = path;
    this.columns = columns;
    this.types = types;
  }

  /**
   * Looks at the columns of a file.
   *
   * @throws BadTraffic if it is no Parquet, or lacks a column that is needed
   */
  public static ParquetTable of(DuckDb duck, Path path, Columns columns) throws IOException {
    if (path.toString().matches("(?s).*[*?\\[\\]{}].*")) {
      throw new BadTraffic(
          path.toString(), "a path with a wildcard", "one without: DuckDB would expand it");
    }
    Map<String, String> types = new LinkedHashMap<>();
    try {
      String describe =
          "DESCRIBE SELECT * FROM read_parquet(" + DuckDb.quoted(path.toString()) + ")";
      duck.query(describe, row -> types.put(row.getString(1), row.getString(2)));
    } catch (SQLException e) {
      throw new BadTraffic(path.toString(), "what DuckDB cannot read", "Parquet", e);
    }
    ParquetTable table = new ParquetTable(path, columns, types);
    table.require(columns.name());
    if (columns.group().isPresent()) {
      table.require(columns.group().get());
    }
    return table;
  }

  private void require(String column) throws BadTraffic {
    if (!types.containsKey(column)) {
      throw new BadTraffic(
          path.toString(),
          "the columns " + String.join(", ", types.keySet()),
          "a column '" + column + "'");
    }
  }

  private boolean has(String column) {
    return types.containsKey(column);
  }

  private String text(String column, String as) {
    return has(column)
        ? "coalesce(CAST(" + DuckDb.identifier(column) + " AS VARCHAR), '') AS " + as
        : "'' AS " + as;
  }

  /** All of it, as text; with a column of times where that is asked for. */
  private String asText(boolean timed) {
    return select(text(columns.count(), "count"), timed ? ", " + text(columns.time(), "time") : "");
  }

  /** With the count as a number, 0 where it is none that is taken. */
  public String counted() {
    return select(count() + " AS count", "");
  }

  /**
   * The same with {@code time}, as {@link Stamp#code} has it, by the functions {@code
   * nadzor_wall(micros)} and {@code nadzor_time(text)}.
   */
  public String timed() {
    return select(count() + " AS count", ", " + time() + " AS time");
  }

  private String select(String count, String more) {
    return "SELECT "
        + String.join(
            ", ",
            text(columns.name(), "name"),
            text(columns.type(), "type"),
            count,
            text(columns.url(), "url"),
            text(columns.who(), "who"))
        + more
        + from();
  }

  private String from() {
    return " FROM read_parquet(" + DuckDb.quoted(path.toString()) + ")";
  }

  private String time() {
    if (!has(columns.time())) {
      return "CAST(" + Stamp.NONE.code() + " AS BIGINT)";
    }
    String column = DuckDb.identifier(columns.time());
    String type = types.getOrDefault(columns.time(), "").toUpperCase(Locale.ROOT);
    return MOMENTS.contains(type)
        ? "CASE WHEN %1$s IS NULL THEN %2$d ELSE %3$s END"
            .formatted(column, Stamp.NONE.code(), moment(column, type))
        : "nadzor_time(coalesce(CAST(" + column + " AS VARCHAR), ''))";
  }

  /** Infinity has no microseconds; what has too many is no time either. */
  private static String moment(String column, String type) {
    boolean zoned = type.endsWith("WITH TIME ZONE");
    String micros =
        type.equals("TIMESTAMP_NS")
            ? "epoch_ns(" + column + ") // 1000"
            : "epoch_us(CAST(" + column + " AS " + (zoned ? type : "TIMESTAMP") + "))";
    String known = "coalesce(" + micros + ", " + 2 * Stamp.END + ")";
    return zoned
        ? "CASE WHEN %1$s BETWEEN 0 AND %2$d THEN %1$s ELSE %3$d END"
            .formatted(known, Stamp.END - 1, Stamp.UNREADABLE.code())
        : "nadzor_wall(" + known + ")";
  }

  private String count() {
    if (!has(columns.count())) {
      return "CAST(1 AS BIGINT)";
    }
    String column = DuckDb.identifier(columns.count());
    String type = types.getOrDefault(columns.count(), "").toUpperCase(Locale.ROOT);
    if (NUMBERS.contains(type)) {
      return "CASE WHEN %1$s IS NULL THEN 1 WHEN %1$s BETWEEN 1 AND %2$d THEN CAST(%1$s AS BIGINT) ELSE 0 END"
          .formatted(column, Intake.MOST_COUNT);
    }
    return "CASE WHEN coalesce(CAST(%1$s AS VARCHAR), '') = '' THEN 1 WHEN regexp_full_match(CAST(%1$s AS VARCHAR), '[0-9]{1,13}') AND CAST(CAST(%1$s AS VARCHAR) AS BIGINT) <= %2$d THEN CAST(CAST(%1$s AS VARCHAR) AS BIGINT) ELSE 0 END"
        .formatted(column, Intake.MOST_COUNT);
  }

  /** Whether rows differ by URL. */
  public boolean hasUrls() {
    return has(columns.url());
  }

  /** Whether rows say how many requests they stand for. */
  public boolean hasCounts() {
    return has(columns.count());
  }

  /** Whether the log itself names the groups of clients. */
  public boolean isGrouped() {
    return columns.group().isPresent();
  }

  /** Hands its rows to an intake. */
  void read(DuckDb duck, Intake intake) throws IOException {
    long[] number = {0};
    boolean timed = intake.times().areAsked();
    try {
      duck.query(
          asText(timed),
          row ->
              intake.row(
                  new RawRow(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      isGrouped(),
                      timed ? row.getString(6) : ""),
                  ++number[0]));
    } catch (SQLException e) {
      throw new BadTraffic(path.toString(), "what DuckDB cannot read", "Parquet", e);
    }
  }
}

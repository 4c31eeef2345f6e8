package nadzor.impact.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A DuckDB of one run, in memory. What does not fit goes to a folder of its own that only its owner
 * may read and that is deleted at the end, encrypted by DuckDB's built-in module, which DuckDB
 * itself calls weak: its strong one is an extension. It loads no extension. Not thread-safe.
 */
public final class DuckDb implements AutoCloseable {
  private final Connection connection;
  private final Path spill;

  private DuckDb(Connection connection, Path spill) {
    this.connection = connection;
    this.spill = spill;
  }

  /**
   * Opens one.
   *
   * @param megabytes how much memory it may take
   * @param threads how many threads
   */
  public static DuckDb open(int megabytes, int threads) throws IOException, SQLException {
    Path spill = Files.createTempDirectory("nadzor-impact-");
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:", properties), spill);
    try {
      for (String setting :
          List.of(
              "memory_limit='" + megabytes + "MB'",
              "threads=" + threads,
              "force_mbedtls_unsafe=true",
              "temp_file_encryption=true",
              "temp_directory=" + quoted(spill.toString()),
              "preserve_insertion_order=false",
              "autoinstall_known_extensions=false",
              "autoload_known_extensions=false",
              "lock_configuration=true")) {
        duck.run("SET " + setting);
      }
      return duck;
    } catch (SQLException e) {
      duck.close();
      throw e;
    }
  }

  /** The connection, for functions and appenders. */
  public Connection connection() {
    return connection;
  }

  /** Where it puts what does not fit. */
  Path spill() {
    return spill;
  }

  /** Runs a statement without a result. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes the rows of a result. */
  @FunctionalInterface
  public interface Rows {
    /** One row. */
    void row(ResultSet row) throws SQLException, IOException;
  }

  /** Runs a query and hands its rows over one after another. */
  public void query(String sql, Rows rows) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.row(result);
      }
    }
  }

  /** A text as SQL has it. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A column's name as SQL has it. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.createStatement().close();
    } finally {
      deleteSpill();
    }
  }

  private void deleteSpill() {
    try (Stream<Path> all = Files.walk(spill)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + spill, e);
    }
  }
}

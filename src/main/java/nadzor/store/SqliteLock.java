package nadzor.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/**
 * Held by the one writer of a SQLite file, in a small database beside it: a transaction that is
 * begun and never ended, beside which others can still read who holds it. The system ends it when
 * its process dies. A plain file lock would not do: it goes when anything in the process closes the
 * file.
 */
final class SqliteLock implements AutoCloseable {
  private static final int BUSY_MILLIS = 200;

  private final Connection connection;

  private SqliteLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes it.
   *
   * @throws StoreException if somebody else has it, and who that is
   */
  static SqliteLock take(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + "-lock");
    try {
      return new SqliteLock(held(open(beside), file));
    } catch (SQLException e) {
      throw SqliteFaults.of(new IllegalStateException(e), file);
    }
  }

  private static Connection open(Path beside) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + beside);
    return source.getConnection();
  }

  private static Connection held(Connection connection, Path file) throws SQLException {
    try {
      hold(connection);
      return connection;
    } catch (SQLiteException e) {
      StoreException fault = SqliteFaults.of(new IllegalStateException(e), file);
      String who = fault.fault() == Fault.LOCKED ? holder(connection) : "";
      connection.close();
      if (who.isEmpty()) {
        throw fault;
      }
      throw new StoreException(Fault.LOCKED, file.toString(), who + " writes to it", e);
    }
  }

  private static void hold(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("BEGIN IMMEDIATE");
      sql.execute("CREATE TABLE IF NOT EXISTS holder (who TEXT NOT NULL)");
      sql.execute("DELETE FROM holder");
      sql.execute("INSERT INTO holder VALUES ('" + ourselves() + "')");
      sql.execute("COMMIT");
      sql.execute("BEGIN IMMEDIATE");
    }
  }

  private static String ourselves() {
    ProcessHandle process = ProcessHandle.current();
    String since = process.info().startInstant().map(Instant::toString).orElse("some time");
    return "process " + process.pid() + " (since " + since + ")";
  }

  private static String holder(Connection connection) {
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("SELECT who FROM holder")) {
      return rows.next() ? rows.getString(1) : "another process";
    } catch (SQLException e) {
      return "another process";
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of a store was not released", e);
    }
  }
}

package nadzor.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** How connections to a SQLite file are made. */
final class SqliteFile {
  private static final int BUSY_MILLIS = 5_000;

  private SqliteFile() {}

  /**
   * To write: a write-ahead log, synced at every commit (sqlite.org/pragma.html#pragma_synchronous:
   * with WAL nothing less is durable), and the write lock taken when a transaction begins.
   */
  static SQLiteDataSource writing(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    return source(config, "jdbc:sqlite:" + file);
  }

  /** To read, beside a writer or without one. */
  static SQLiteDataSource reading(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return source(config, "jdbc:sqlite:" + (still(file) ? immutable(file) : file.toString()));
  }

  /** On a disk that is read-only there can be no writer, and no index of the log is made. */
  private static boolean still(Path file) {
    return !Files.isWritable(SqliteFaults.directory(file)) && !Files.exists(log(file));
  }

  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private static String immutable(Path file) {
    return file.toUri().toString().replace("file:///", "file:/") + "?immutable=1";
  }

  private static SQLiteDataSource source(SQLiteConfig config, String url) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }
}

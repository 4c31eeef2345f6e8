package nadzor.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes (sqlite.org/rescode.html) mean for a store. */
final class SqliteFaults {
  private SqliteFaults() {}

  /** The fault, told with SQLite's own words. */
  static StoreException of(RuntimeException e, Path file) {
    if (e instanceof StoreException store) {
      return store;
    }
    Optional<SQLException> cause = Causes.find(e, SQLException.class);
    if (cause.isEmpty()) {
      throw e;
    }
    Fault fault =
        cause.get() instanceof SQLiteException told
            ? fault(told.getResultCode(), file)
            : Fault.FAILED;
    String said = String.valueOf(cause.get().getMessage());
    return new StoreException(fault, file.toString(), said, e);
  }

  private static Fault fault(SQLiteErrorCode code, Path file) {
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> Fault.LOCKED;
      case SQLITE_FULL -> Fault.FULL;
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> Fault.READ_ONLY;
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_SCHEMA -> Fault.CORRUPT;
      case SQLITE_CANTOPEN -> unopened(file);
      // Said where a table is not there: somebody else's database, or a damaged one.
      case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH -> Fault.CORRUPT;
      default -> Fault.FAILED;
    };
  }

  private static Fault unopened(Path file) {
    Path directory = directory(file);
    if (!Files.isDirectory(directory)) {
      return Fault.MISSING;
    }
    return Files.isWritable(directory) ? Fault.FAILED : Fault.READ_ONLY;
  }

  static Path directory(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
  }
}

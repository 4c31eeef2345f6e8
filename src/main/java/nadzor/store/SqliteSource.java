package nadzor.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** A journal in a SQLite file, to be read; every reading has a connection of its own. */
final class SqliteSource implements JournalSource {
  private final Path file;

  private SqliteSource(Path file) {
    this.file = file;
  }

  static SqliteSource open(String place) {
    SqliteSource source = new SqliteSource(Path.of(place).toAbsolutePath());
    source.head();
    return source;
  }

  /** The same of a file that its writer has opened. */
  static SqliteSource of(Path file) {
    return new SqliteSource(file);
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public Head read(long after, Consumer<Row> rows) {
    if (!Files.exists(file)) {
      throw new StoreException(Fault.MISSING, place(), "there is no such file");
    }
    try {
      return JournalSql.read(Jdbi.create(SqliteFile.reading(file)), after, rows)
          .orElseThrow(() -> new StoreException(Fault.CORRUPT, place(), "it has no head"));
    } catch (org.jdbi.v3.core.JdbiException e) {
      throw SqliteFaults.of(e, file);
    }
  }

  @Override
  public void close() {}
}

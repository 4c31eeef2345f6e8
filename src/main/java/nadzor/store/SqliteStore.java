package nadzor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteDataSource;

/** A journal in a SQLite file: a write-ahead log, synced at every commit, one writer. */
final class SqliteStore implements JournalStore {
  private final Path file;
  private final SqliteSource source;
  private Optional<Opened> opened = Optional.empty();

  private SqliteStore(Path file) {
    this.file = file;
    this.source = SqliteSource.of(file);
  }

  /** What is open while it can be written; the key tells the file from another of its name. */
  private record Opened(SqliteLock lock, Handle handle, Object key) {
    void close() {
      try {
        handle.close();
      } finally {
        lock.close();
      }
    }
  }

  static SqliteStore start(String place) {
    SqliteStore store = new SqliteStore(Path.of(place).toAbsolutePath());
    store.openAll();
    return store;
  }

  private void openAll() {
    Path directory = SqliteFaults.directory(file);
    if (!Files.isDirectory(directory)) {
      throw new StoreException(Fault.MISSING, place(), "there is no directory " + directory);
    }
    SqliteLock lock = SqliteLock.take(file);
    try {
      opened = Optional.of(new Opened(lock, writer(), key()));
    } catch (RuntimeException e) {
      lock.close();
      throw SqliteFaults.of(e, file);
    }
  }

  private Handle writer() {
    SQLiteDataSource database = SqliteFile.writing(file);
    Handle handle = Jdbi.create(database).open();
    try {
      if (!Migrations.done(handle)) {
        Migrations.run(database, "sqlite", place());
      }
      JournalSql.begin(handle);
      return handle;
    } catch (RuntimeException e) {
      handle.close();
      throw e;
    }
  }

  private Object key() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.ofNullable(attributes.fileKey()).orElse(attributes.creationTime());
    } catch (IOException e) {
      throw new StoreException(Fault.MISSING, place(), "the file is gone", e);
    }
  }

  @Override
  public void append(Head after, Iterator<Row> rows) {
    Opened open =
        opened.orElseThrow(() -> new StoreException(Fault.FAILED, place(), "it is not open"));
    if (!key().equals(open.key())) {
      throw new StoreException(Fault.MISSING, place(), "another file was put in its place");
    }
    try {
      JournalSql.append(open.handle(), "", place(), after, rows);
    } catch (org.jdbi.v3.core.JdbiException e) {
      throw SqliteFaults.of(e, file);
    }
  }

  @Override
  public void reopen() {
    close();
    key();
    openAll();
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public Head read(long after, Consumer<Row> rows) {
    return source.read(after, rows);
  }

  @Override
  public void close() {
    Optional<Opened> open = opened;
    opened = Optional.empty();
    open.ifPresent(Opened::close);
  }
}

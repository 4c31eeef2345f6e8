package nadzor.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a PostgreSQL database. The one writer keeps a connection, whose session holds an
 * advisory lock; the server ends both when the connection breaks.
 */
final class PostgresStore implements JournalStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

  /** The lock of one schema: a number of ours, and the schema's. */
  private static final String KEY = "1851876474, hashtext(current_schema())";

  private static final String LOCK = "SELECT pg_try_advisory_lock(" + KEY + ")";
  private static final String UNLOCK = "SELECT pg_advisory_unlock_all()";
  private static final String HOLDER =
      "SELECT application_name || ' (server process ' || pid || ', since ' || backend_start || ')'"
          + " FROM pg_locks JOIN pg_stat_activity USING (pid)"
          + " WHERE locktype = 'advisory' AND granted AND classid = 1851876474::oid"
          + " AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid";

  private final PostgresSource source;
  private Optional<Handle> writer = Optional.empty();

  private PostgresStore(PostgresSource source) {
    this.source = source;
  }

  static PostgresStore start(String url) {
    PostgresStore store = new PostgresStore(PostgresSource.of(url));
    try {
      store.openWriter();
      return store;
    } catch (StoreException e) {
      store.close();
      throw e;
    }
  }

  private void openWriter() {
    Handle handle = connect();
    try {
      take(handle);
      checkSyncs(handle);
      if (!Migrations.done(handle)) {
        Migrations.run(source.database(), "postgresql", place());
      }
      JournalSql.begin(handle);
      writer = Optional.of(handle);
    } catch (RuntimeException e) {
      end(handle);
      throw PostgresFaults.of(e, place());
    }
  }

  private Handle connect() {
    try {
      return Jdbi.create(source.database()).open();
    } catch (JdbiException e) {
      throw PostgresFaults.of(e, place());
    }
  }

  private void take(Handle handle) {
    if (!handle.createQuery(LOCK).mapTo(Boolean.class).one()) {
      String who =
          handle.createQuery(HOLDER).mapTo(String.class).findFirst().orElse("somebody else");
      throw new StoreException(Fault.LOCKED, place(), who + " writes to it");
    }
  }

  /** An acknowledged record has to outlive the server's power supply. */
  private void checkSyncs(Handle handle) {
    handle.execute("SET synchronous_commit TO on");
    if (!handle.createQuery("SHOW fsync").mapTo(String.class).one().equals("on")) {
      throw new StoreException(
          Fault.REFUSED, place(), "the server has fsync off: it would lose what it acknowledged");
    }
  }

  @Override
  public void append(Head after, Iterator<Row> rows) {
    Handle handle =
        writer.orElseThrow(
            () -> new StoreException(Fault.UNREACHABLE, place(), "the connection is lost"));
    try {
      JournalSql.append(handle, " FOR UPDATE", place(), after, rows);
    } catch (JdbiException e) {
      throw PostgresFaults.of(e, place());
    }
  }

  @Override
  public void reopen() {
    release();
    openWriter();
  }

  private void release() {
    Optional<Handle> held = writer;
    writer = Optional.empty();
    held.ifPresent(this::end);
  }

  /**
   * Ends the lock and the session. The server ends a session, with its locks, some time after it
   * was closed: who opens the store again at once would find it locked by nobody.
   */
  private void end(Handle handle) {
    try (handle) {
      handle.execute(UNLOCK);
    } catch (JdbiException e) {
      LOG.debug("The session of {} had ended already", place(), e);
    }
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
    release();
    source.close();
  }
}

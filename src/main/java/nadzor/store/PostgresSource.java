package nadzor.store;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A journal in a PostgreSQL database, to be read; every reading has a connection of its own. A pool
 * would save little, and one that waits longer after each failure keeps a server away that is back.
 */
final class PostgresSource implements JournalSource {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int PATIENCE_SECONDS = 3;
  private static final int SILENCE_SECONDS = 60;

  private final String place;
  private final PGSimpleDataSource database;

  private PostgresSource(String url) {
    place = withoutSecrets(url);
    PostgresHosts.checkLocal(url, place);
    database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setApplicationName("nadzor " + ProcessHandle.current().pid());
    database.setConnectTimeout(PATIENCE_SECONDS);
    database.setSocketTimeout(SILENCE_SECONDS);
    database.setTcpKeepAlive(true);
  }

  static boolean isUrl(String place) {
    return place.startsWith(SCHEME);
  }

  /** Host and database, without the parameters, in which a password may stand. */
  static String withoutSecrets(String url) {
    String bare = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    return bare.substring("jdbc:".length()).replaceAll("//[^/@]*@", "//");
  }

  /**
   * Made, but not connected yet.
   *
   * @throws StoreException if the server is on another machine
   */
  static PostgresSource of(String url) {
    return new PostgresSource(url);
  }

  static PostgresSource open(String url) {
    PostgresSource source = new PostgresSource(url);
    source.head();
    return source;
  }

  DataSource database() {
    return database;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Head read(long after, Consumer<Row> rows) {
    try {
      return JournalSql.read(Jdbi.create(database), after, rows)
          .orElseThrow(() -> new StoreException(Fault.CORRUPT, place, "it has no head"));
    } catch (JdbiException e) {
      throw PostgresFaults.of(e, place);
    }
  }

  @Override
  public void close() {}
}

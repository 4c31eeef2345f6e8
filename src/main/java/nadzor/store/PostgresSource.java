package nadzor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A journal in a PostgreSQL database, to be read. */
final class PostgresSource implements JournalSource {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int CONNECTIONS = 3;
  private static final long PATIENCE_MILLIS = 3_000;

  private final String place;
  private final HikariDataSource pool;

  private PostgresSource(String url) {
    place = withoutSecrets(url);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("nadzor-store");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "nadzor " + ProcessHandle.current().pid());
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    pool = new HikariDataSource(config);
  }

  static boolean isUrl(String place) {
    return place.startsWith(SCHEME);
  }

  /** Host and database, without the parameters, in which a password may stand. */
  static String withoutSecrets(String url) {
    String bare = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    return bare.substring("jdbc:".length()).replaceAll("//[^/@]*@", "//");
  }

  /** Made, but not connected yet. */
  static PostgresSource of(String url) {
    return new PostgresSource(url);
  }

  static PostgresSource open(String url) {
    PostgresSource source = new PostgresSource(url);
    try {
      source.head();
      return source;
    } catch (StoreException e) {
      source.close();
      throw e;
    }
  }

  HikariDataSource pool() {
    return pool;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Head read(long after, Consumer<Row> rows) {
    try {
      return JournalSql.read(Jdbi.create(pool), after, rows)
          .orElseThrow(() -> new StoreException(Fault.CORRUPT, place, "it has no head"));
    } catch (JdbiException e) {
      throw PostgresFaults.of(e, place);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}

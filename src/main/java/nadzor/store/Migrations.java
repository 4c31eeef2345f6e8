package nadzor.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Brings the tables of a store to the version that this program knows. */
final class Migrations {
  /** The last version of the tables, as db/migration has it; a test holds them together. */
  static final String VERSION = "1";

  private static final String TABLE = "nadzor_versions";

  private Migrations() {}

  /** Whether the tables are of this program's version, so that nothing is to be done. */
  static boolean done(Handle handle) {
    try {
      return handle
          .createQuery("SELECT version FROM " + TABLE + " ORDER BY installed_rank DESC LIMIT 1")
          .mapTo(String.class)
          .findFirst()
          .equals(Optional.of(VERSION));
    } catch (UnableToExecuteStatementException | UnableToCreateStatementException e) {
      return false; // no such table, or no database: what it is, migrating tells
    }
  }

  /**
   * Makes the tables, or changes those of an older version.
   *
   * @param kind {@code sqlite} or {@code postgresql}
   * @throws StoreException if the tables are not ours, or of a version that we do not know
   */
  static void run(DataSource database, String kind, String place) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:db/migration/" + kind)
          .table(TABLE)
          .ignoreMigrationPatterns("")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new StoreException(
          Fault.REFUSED,
          place,
          "its tables are not those of this version of nadzor: " + said(e),
          e);
    } catch (FlywayException e) {
      boolean foreign =
          e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
      if (foreign) {
        throw new StoreException(
            Fault.REFUSED, place, "it holds tables that are not nadzor's: " + said(e), e);
      }
      throw e;
    }
  }

  private static String said(FlywayException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}

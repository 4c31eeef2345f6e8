package nadzor.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables of a store to the version that this program knows. */
final class Migrations {
  private Migrations() {}

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
          .table("nadzor_versions")
          .ignoreMigrationPatterns("")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new StoreException(
          Fault.REFUSED, place, "its tables are not those of this version of nadzor: " + said(e), e);
    } catch (FlywayException e) {
      boolean foreign = e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
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

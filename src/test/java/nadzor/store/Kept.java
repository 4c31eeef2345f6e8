package nadzor.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nadzor.registry.Entry;
import nadzor.registry.Recorded;

/** What the tests do to stores again and again. */
final class Kept {
  private Kept() {}

  static KeptJournal open(Object place) {
    return KeptJournal.open(place.toString(), Samples.catalogue());
  }

  static Recorded<?> add(KeptJournal journal, long number) {
    Entry entry = Samples.violation(number);
    return journal.append(entry.happenedAt(), "a test", entry);
  }

  /** A new journal with that many records, closed again. */
  static List<Recorded<?>> filled(Object place, int records) {
    try (KeptJournal journal = open(place)) {
      List<Recorded<?>> all = new ArrayList<>();
      for (int i = 1; i <= records; i++) {
        all.add(add(journal, i));
      }
      return all;
    }
  }

  /** Runs statements in a database as somebody would who gets round the program. */
  static void sql(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** The only value of a query. */
  static String value(String url, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static String sqlite(Path file) {
    return "jdbc:sqlite:" + file;
  }
}

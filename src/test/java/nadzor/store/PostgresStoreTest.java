package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nadzor.registry.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that was started for this test, and is stopped and started again within it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest {
  private PostgresServer server;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    server = PostgresServer.in(directory);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    Kept.sql(server.url(), "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  @Test
  void whatWasKeptIsThereAgain() throws SQLException {
    List<Recorded<?>> all = Kept.filled(server.url(), 3);
    try (KeptJournal again = Kept.open(server.url())) {
      assertEquals(all, again.entries());
      assertEquals(4, Kept.add(again, 4).number());
      assertEquals(again.status().head(), again.source().verify(row -> {}));
      try (JournalSource reader = JournalSource.open(server.url())) {
        assertEquals(again.status().head(), reader.head());
      }
    }
    assertEquals("t", Kept.value(server.url(), "SELECT count(*) = 4 FROM journal"));
  }

  @Test
  void theBytesAreThoseOfSqlite(@TempDir Path directory) {
    Path file = directory.resolve("nadzor.db");
    Kept.filled(file, 3);
    Kept.filled(server.url(), 3);
    try (JournalSource here = JournalSource.open(server.url());
        JournalSource there = JournalSource.open(file.toString())) {
      assertEquals(there.head(), here.head());
    }
  }

  @Test
  void theDatabaseRefusesAllButAppending() throws SQLException {
    Kept.filled(server.url(), 3);
    for (String statement :
        List.of(
            "UPDATE journal SET line = '{}' WHERE number = 2",
            "DELETE FROM journal WHERE number = 3",
            "TRUNCATE journal",
            "INSERT INTO journal SELECT 9, line, hash FROM journal WHERE number = 1",
            "UPDATE head SET number = 1",
            "DELETE FROM head",
            "TRUNCATE head")) {
      SQLException refused =
          assertThrows(SQLException.class, () -> Kept.sql(server.url(), statement), statement);
      assertEquals("23000", refused.getSQLState(), statement);
    }
    assertEquals("3", Kept.value(server.url(), "SELECT count(*) FROM journal"));
  }

  @Test
  void aSecondWriter() {
    try (KeptJournal journal = Kept.open(server.url())) {
      StoreException locked = assertThrows(StoreException.class, () -> Kept.open(server.url()));
      assertEquals(Fault.LOCKED, locked.fault());
      String ourselves = "nadzor " + ProcessHandle.current().pid() + " (server process ";
      assertTrue(locked.what().startsWith(ourselves), locked.what());
      assertFalse(String.valueOf(locked.getMessage()).contains("secret"), locked.getMessage());
      assertEquals(1, Kept.add(journal, 1).number());
    }
    Kept.open(server.url()).close();
  }

  @Test
  void theServerGoesAndComesBack() throws Exception {
    try (KeptJournal journal = Kept.open(server.url())) {
      Kept.add(journal, 1);
      server.stop();
      for (int i = 0; i < 2; i++) {
        StoreException gone = assertThrows(StoreException.class, () -> Kept.add(journal, 2));
        assertEquals(Fault.UNREACHABLE, gone.fault(), gone.getMessage());
        assertEquals(1, journal.latest().counts().violations());
        assertEquals(1, journal.entries().size());
        assertFalse(journal.status().writable());
      }
      StoreException away = assertThrows(StoreException.class, () -> Kept.open(server.url()));
      assertEquals(Fault.UNREACHABLE, away.fault());
      server.start();
      assertEquals(2, Kept.add(journal, 2).number());
      assertTrue(journal.status().writable());
      assertEquals(journal.status().head(), journal.source().verify(row -> {}));
    }
  }

  @Test
  void aBrokenSessionIsTakenUpAgain() throws SQLException {
    try (KeptJournal journal = Kept.open(server.url())) {
      Kept.add(journal, 1);
      Kept.sql(
          server.url(),
          "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
              + " WHERE application_name LIKE 'nadzor %'");
      assertEquals(2, Kept.add(journal, 2).number());
      assertEquals(journal.status().head(), journal.source().verify(row -> {}));
    }
  }

  @Test
  void theFirstRecordAfterTheServerIsBackIsKept() throws Exception {
    try (KeptJournal journal = Kept.open(server.url())) {
      for (int number = 1; number <= 6; number++) {
        Kept.add(journal, number);
        assertEquals(journal.status().head(), journal.source().head(), "a reader's connection");
        server.stop();
        if (number % 2 == 0) { // noticed while it is away, or only afterwards
          assertThrows(StoreException.class, () -> Kept.add(journal, 100));
          assertThrows(StoreException.class, () -> journal.source().head());
        }
        server.start();
      }
      assertEquals(7, Kept.add(journal, 7).number());
      assertEquals(journal.status().head(), journal.source().verify(row -> {}));
    }
  }

  @Test
  void editsAreNoticed() throws SQLException {
    Kept.filled(server.url(), 3);
    Kept.sql(
        server.url(),
        "ALTER TABLE journal DISABLE TRIGGER ALL",
        "UPDATE journal SET line = replace(line, 'number 2', 'number 9')");
    StoreException corrupt = assertThrows(StoreException.class, () -> Kept.open(server.url()));
    assertEquals(Fault.CORRUPT, corrupt.fault());
    assertTrue(corrupt.what().startsWith("record 2: found hash "), corrupt.what());
  }

  @Test
  void aServerThatDoesNotSyncIsRefused() throws Exception {
    Kept.sql(server.url(), "ALTER SYSTEM SET fsync TO off", "SELECT pg_reload_conf()");
    try {
      server.stop();
      server.start();
      StoreException unsafe = assertThrows(StoreException.class, () -> Kept.open(server.url()));
      assertEquals(Fault.REFUSED, unsafe.fault());
    } finally {
      Kept.sql(server.url(), "ALTER SYSTEM RESET fsync");
      server.stop();
      server.start();
    }
  }

  @Test
  void whatTheServerRefusesIsSaid() {
    String nowhere = server.url().replace("/postgres?", "/nowhere?");
    StoreException refused = assertThrows(StoreException.class, () -> Kept.open(nowhere));
    assertEquals(Fault.REFUSED, refused.fault(), refused.getMessage());
    assertTrue(refused.what().contains("\"nowhere\" does not exist"), refused.what());
    assertEquals(
        "postgresql://127.0.0.1:1/x",
        PostgresSource.withoutSecrets("jdbc:postgresql://u:p@127.0.0.1:1/x?password=p"));
  }
}

package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Entry;
import nadzor.registry.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStoreTest {
  @TempDir Path directory;
  private Path file = Path.of("nadzor.db");

  @BeforeEach
  void place() {
    file = directory.resolve("nadzor.db");
  }

  @Test
  void whatWasKeptIsThereAgain() {
    List<Recorded<?>> all = Kept.filled(file, 3);
    try (KeptJournal again = Kept.open(file)) {
      assertEquals(all, again.entries());
      assertEquals(
          new StoreStatus(file.toString(), again.status().head(), Optional.empty()),
          again.status());
      assertEquals(4, Kept.add(again, 4).number());
      assertEquals(again.status().head(), again.source().verify(row -> {}));
    }
  }

  @Test
  void everyKindIsKept() {
    List<Entry> entries = Samples.everyKind();
    EntryJson json = new EntryJson();
    try (JournalStore store = JournalStore.open(file.toString())) {
      Chain chain = new Chain(store.head());
      List<Row> rows =
          entries.stream()
              .map(entry -> new Recorded<>(chain.head().number() + 1, Samples.DAY, "a test", entry))
              .map(recorded -> chain.add(json.write(recorded)))
              .toList();
      store.append(Head.GENESIS, rows.iterator());
      List<Entry> read = new ArrayList<>();
      assertEquals(store.head(), store.read(0, row -> read.add(json.read(row.line()).entry())));
      assertEquals(entries, read);
      assertEquals(store.head(), store.verify(row -> {}));
    }
  }

  @Test
  void aReaderNeedsNoLock() {
    Kept.filled(file, 2);
    try (KeptJournal writer = Kept.open(file);
        JournalSource reader = JournalSource.open(file.toString())) {
      assertEquals(writer.status().head(), reader.verify(row -> {}));
      Kept.add(writer, 3);
      assertEquals(writer.status().head(), reader.verify(row -> {}));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal SET line = '{}' WHERE number = 2",
        "DELETE FROM journal WHERE number = 3",
        "DELETE FROM journal",
        "INSERT INTO journal SELECT 9, line, hash FROM journal WHERE number = 1",
        "REPLACE INTO journal SELECT 2, line, hash FROM journal WHERE number = 1",
        "UPDATE head SET number = 1",
        "DELETE FROM head"
      })
  void theDatabaseRefusesAllButAppending(String statement) {
    Kept.filled(file, 3);
    SQLException refused =
        assertThrows(SQLException.class, () -> Kept.sql(Kept.sqlite(file), statement));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains("journal: a record") || said.contains("head: it"), said);
    try (KeptJournal again = Kept.open(file)) {
      assertEquals(3, again.entries().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE journal SET line = replace(line, 'number 2', 'number 9')|2",
        "DELETE FROM journal WHERE number = 2|2",
        "DELETE FROM journal WHERE number = 3|3",
        "UPDATE journal SET hash = zeroblob(32) WHERE number = 3|3"
      })
  void whoGetsRoundTheTriggersIsNoticed(String statement, long number) throws SQLException {
    Kept.filled(file, 3);
    Kept.sql(
        Kept.sqlite(file),
        "DROP TRIGGER journal_unchanged",
        "DROP TRIGGER journal_undeleted",
        statement);
    try (JournalSource source = JournalSource.open(file.toString())) {
      BrokenChain broken = assertThrows(BrokenChain.class, () -> source.verify(row -> {}));
      assertEquals(number, broken.number());
    }
    StoreException corrupt = assertThrows(StoreException.class, () -> Kept.open(file));
    assertEquals(Fault.CORRUPT, corrupt.fault());
    assertTrue(corrupt.what().startsWith("record " + number + ": "), corrupt.what());
  }

  @Test
  void aHalfWrittenBatchLeavesNothing() {
    try (JournalStore store = JournalStore.open(file.toString())) {
      Chain chain = new Chain(Head.GENESIS);
      EntryJson json = new EntryJson();
      List<Row> rows = new ArrayList<>();
      for (int i = 1; i <= 2500; i++) {
        rows.add(chain.add(json.write(new Recorded<>(i, Samples.DAY, "t", Samples.opening()))));
      }
      rows.set(2200, rows.get(0));
      assertThrows(StoreException.class, () -> store.append(Head.GENESIS, rows.iterator()));
      assertEquals(Head.GENESIS, store.head());
      store.reopen();
      store.append(Head.GENESIS, rows.subList(0, 2).iterator());
      assertEquals(2, store.verify(row -> {}).number());
    }
  }

  @Test
  void aHeadThatAnotherMovedIsNoticed() {
    try (JournalStore store = JournalStore.open(file.toString())) {
      Row row = new Chain(Head.GENESIS).add(new byte[] {'1'});
      store.append(Head.GENESIS, List.of(row).iterator());
      StoreException changed =
          assertThrows(
              StoreException.class, () -> store.append(Head.GENESIS, List.of(row).iterator()));
      assertEquals(Fault.CHANGED, changed.fault());
    }
  }

  @Test
  void itWritesAheadAndSyncs() throws SQLException {
    Kept.filled(file, 1);
    assertEquals("wal", Kept.value(Kept.sqlite(file), "PRAGMA journal_mode"));
  }

  @Test
  void theTablesAreOfTheLastVersion() throws SQLException {
    Kept.filled(file, 1);
    assertEquals(
        Migrations.VERSION,
        Kept.value(
            Kept.sqlite(file),
            "SELECT version FROM nadzor_versions ORDER BY installed_rank DESC LIMIT 1"));
  }
}

package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What befalls a SQLite file: moved away, held by another, damaged, somebody else's. */
class StoreFaultsTest {
  @TempDir Path directory;
  private Path file = Path.of("nadzor.db");

  @BeforeEach
  void place() {
    file = directory.resolve("nadzor.db");
  }

  private static StoreException refused(Object place) {
    return assertThrows(StoreException.class, () -> Kept.open(place));
  }

  @Test
  void aMissingDirectory() {
    StoreException missing = refused(directory.resolve("none/nadzor.db"));
    assertEquals(Fault.MISSING, missing.fault());
    assertEquals("there is no directory " + directory.resolve("none"), missing.what());
    StoreException unread =
        assertThrows(StoreException.class, () -> JournalSource.open(file.toString()));
    assertEquals(Fault.MISSING, unread.fault());
    assertTrue(Files.notExists(file), "looking for it does not make it");
  }

  @Test
  void aFileThatIsMovedAwayAndBack() throws IOException {
    try (KeptJournal journal = Kept.open(file)) {
      Kept.add(journal, 1);
      Path away = Files.createDirectory(directory.resolve("away"));
      move(directory, away);
      for (int i = 0; i < 2; i++) {
        StoreException gone = assertThrows(StoreException.class, () -> Kept.add(journal, 2));
        assertEquals(Fault.MISSING, gone.fault());
        assertEquals(1, journal.latest().counts().violations());
      }
      move(away, directory);
      assertEquals(2, Kept.add(journal, 2).number());
    }
    try (KeptJournal again = Kept.open(file)) {
      assertEquals(2, again.entries().size());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        Files.move(one, to.resolve(one.getFileName()));
      }
    }
  }

  @Test
  void anotherFileInItsPlace() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other")).resolve("nadzor.db");
    Kept.filled(other, 7);
    try (KeptJournal journal = Kept.open(file)) {
      Kept.add(journal, 1);
      Kept.add(journal, 8);
      move(directory, Files.createDirectory(directory.resolve("away")));
      Files.copy(other, file);
      assertEquals(
          Fault.MISSING, assertThrows(StoreException.class, () -> Kept.add(journal, 9)).fault());
      assertEquals(
          Fault.CHANGED, assertThrows(StoreException.class, () -> Kept.add(journal, 9)).fault());
      assertEquals(2, journal.entries().size());
    }
    try (JournalSource source = JournalSource.open(file.toString())) {
      assertEquals(7, source.verify(row -> {}).number());
    }
  }

  @Test
  void aSecondWriterInThisProcess() {
    try (KeptJournal journal = Kept.open(file)) {
      for (int i = 1; i <= 2; i++) {
        StoreException locked = refused(file);
        assertEquals(Fault.LOCKED, locked.fault());
        String pid = "process " + ProcessHandle.current().pid() + " (since ";
        assertTrue(locked.what().startsWith(pid), locked.what());
        assertTrue(locked.what().endsWith(") writes to it"), locked.what());
        assertEquals(i, Kept.add(journal, i).number());
      }
    }
    Kept.open(file).close();
  }

  @Test
  void aSecondProcess() throws Exception {
    try (KeptJournal journal = Kept.open(file)) {
      Kept.add(journal, 1);
      try (Child child = Child.start(file, 2, 1)) {
        String said = child.says().orElse("it has ended");
        String pid = "process " + ProcessHandle.current().pid() + " ";
        assertTrue(said.startsWith("failed LOCKED store " + file + ": " + pid), said);
      }
    }
    try (Child child = Child.start(file, 2, 1)) {
      assertEquals(List.of("open 1", "ack 2"), List.of(child.says().get(), child.says().get()));
      assertEquals(Fault.LOCKED, refused(file).fault());
      child.kill();
    }
    try (KeptJournal journal = Kept.open(file)) {
      assertEquals(2, journal.entries().size());
    }
  }

  /** Which part of the file is overwritten: the first page is SQLite's own, the last a leaf. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void damagedBytes(double where) throws IOException {
    Kept.filled(file, 500);
    byte[] damage = new byte[6000];
    java.util.Arrays.fill(damage, (byte) 0xa5);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((long) (bytes.length() * where));
      bytes.write(damage);
    }
    StoreException corrupt = refused(file);
    assertEquals(Fault.CORRUPT, corrupt.fault(), corrupt.getMessage());
    assertTrue(corrupt.fix().contains("nadzor case export"));
    if (where > 0) {
      assertTrue(corrupt.what().contains("the records up to "), corrupt.what());
    }
  }

  @Test
  void oneChangedLetter() throws IOException {
    Kept.filled(file, 500);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("violation number 250") + "violation number 2".length()] = '6';
    Files.write(file, bytes);
    StoreException corrupt = refused(file);
    assertEquals(Fault.CORRUPT, corrupt.fault());
    assertTrue(corrupt.what().startsWith("record 250: found hash "), corrupt.what());
    assertTrue(corrupt.what().endsWith("(the records up to 249 are good)"), corrupt.what());
  }

  @Test
  void aFileThatIsNoDatabase() throws IOException {
    Files.writeString(
        file, "this is no database, but it is long enough to be looked at".repeat(99));
    assertEquals(Fault.CORRUPT, refused(file).fault());
    assertTrue(Files.readString(file).startsWith("this is no database"), "it is left alone");
  }

  @Test
  void aDatabaseOfSomebodyElse() throws Exception {
    Kept.sql(Kept.sqlite(file), "CREATE TABLE journal (entry TEXT)");
    StoreException foreign = refused(file);
    assertEquals(Fault.REFUSED, foreign.fault());
    assertTrue(foreign.what().startsWith("it holds tables that are not nadzor's"), foreign.what());
  }

  @Test
  void aStoreOfANewerVersion() throws Exception {
    Kept.filled(file, 1);
    Kept.sql(
        Kept.sqlite(file),
        "INSERT INTO nadzor_versions SELECT 2, '99', 'later', type, 'V99__later.sql', 1,"
            + " installed_by, installed_on, 1, 1 FROM nadzor_versions LIMIT 1");
    StoreException newer = refused(file);
    assertEquals(Fault.REFUSED, newer.fault());
    assertTrue(newer.what().startsWith("its tables are not those of this version"), newer.what());
  }
}

package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is opened with an image is the one in the store, or says that it is not. */
class ImageFileTest {
  private static final int TAKEN = 12;
  private static final int ALL = 20;

  @TempDir private Path directory;
  private final MemoryStore store = new MemoryStore();
  private Path file;

  @BeforeEach
  void keepAnImageOfTheFirst() throws IOException {
    file = directory.resolve("journal.image");
    KeptJournal journal = KeptJournal.open(store, Samples.catalogue());
    add(journal, 1, TAKEN);
    assertEquals(journal.status().head(), journal.keepImage(file));
    add(journal, TAKEN + 1, ALL);
  }

  private static void add(KeptJournal journal, long from, long to) {
    for (long number = from; number <= to; number++) {
      Recorded<?> unused = journal.append("a test", Samples.violation(number));
    }
  }

  private KeptJournal open() {
    return KeptJournal.open(store, Samples.catalogue(), Optional.of(file));
  }

  private static void check(KeptJournal journal) {
    journal.checkImage(() -> true);
  }

  /** The row of that number with another text in it. */
  private Row changed(int number, String from, String to) {
    Row row = store.rows.get(number - 1);
    String line = new String(row.line(), StandardCharsets.UTF_8).replace(from, to);
    return new Row(number, line.getBytes(StandardCharsets.UTF_8), row.hash().asBytes());
  }

  @Test
  void goesOnFromTheImage() {
    List<Recorded<?>> all = KeptJournal.open(store, Samples.catalogue()).entries();
    KeptJournal journal = open();
    assertEquals(TAKEN, journal.taken().number());
    assertEquals(all, journal.entries());
    assertEquals(store.noted, journal.status().head());
    check(journal);
    add(journal, ALL + 1, ALL + 3);
    check(journal);
    assertEquals(ALL + 3, store.rows.size());
    assertTrue(journal.status().writable());
  }

  @Test
  void whatWasChangedBehindItIsSeenByTheCheck() {
    store.rows.set(4, changed(5, "violation number 5", "nothing"));
    KeptJournal journal = open();
    assertEquals(ALL, journal.entries().size(), "what was recorded is there");
    StoreException seen = assertThrows(StoreException.class, () -> check(journal));
    assertEquals(Fault.CORRUPT, seen.fault());
    assertTrue(seen.what().contains("5"), seen.what());
    for (int i = 0; i < 2; i++) {
      StoreException refused =
          assertThrows(StoreException.class, () -> add(journal, ALL + 1, ALL + 1));
      assertEquals(Fault.CORRUPT, refused.fault());
    }
    assertEquals(ALL, journal.entries().size());
    assertEquals(ALL, store.rows.size());
  }

  /** An image that was made up has another record than the chain that it names. */
  @Test
  void anotherRecordThanTheStoreHasIsSeen() {
    MemoryStore other = new MemoryStore();
    KeptJournal madeUp = KeptJournal.open(other, Samples.catalogue());
    add(madeUp, 1, TAKEN - 1);
    add(madeUp, TAKEN + 1, TAKEN + 1);
    Head head = store.rows.get(TAKEN - 1).head();
    ImageCheck check = new ImageCheck(madeUp.journal(), head, () -> true);
    BrokenChain seen = assertThrows(BrokenChain.class, () -> check.run(store));
    assertEquals(TAKEN, seen.number());
    new ImageCheck(open().journal(), head, () -> true).run(store);
  }

  /** Somebody wrote the whole chain anew, with another record in it. */
  @Test
  void anImageOfAnotherJournalIsPassedOver() {
    MemoryStore other = new MemoryStore();
    KeptJournal written = KeptJournal.open(other, Samples.catalogue());
    add(written, 2, ALL + 1);
    KeptJournal journal = KeptJournal.open(other, Samples.catalogue(), Optional.of(file));
    assertEquals(Head.GENESIS, journal.taken());
    assertEquals(written.entries(), journal.entries());
  }

  @Test
  void anImageOfMoreThanTheStoreHasIsPassedOver() {
    store.rows.subList(TAKEN - 1, ALL).clear();
    store.noted = store.rows.get(TAKEN - 2).head();
    KeptJournal journal = open();
    assertEquals(Head.GENESIS, journal.taken());
    assertEquals(TAKEN - 1, journal.entries().size());
  }

  @Test
  void whateverIsDamagedIsReadFromTheStore() throws IOException {
    byte[] image = Files.readAllBytes(file);
    List<Recorded<?>> all = open().entries();
    for (int at = 0; at < image.length; at += 1 + image.length / 50) {
      byte[] damaged = image.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      KeptJournal journal = open();
      assertEquals(Head.GENESIS, journal.taken(), "octet " + at);
      assertEquals(all, journal.entries());
    }
    for (byte[] cut :
        List.of(new byte[0], new byte[50], "some text".getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, cut);
      assertEquals(all, open().entries());
    }
  }

  /** A check that is told to end ends, and says nothing. */
  @Test
  void aCheckEndsEarly() {
    add(open(), ALL + 1, 1_200);
    KeptJournal journal = KeptJournal.open(store, Samples.catalogue());
    assertEquals(1_200, journal.entries().size());
    assertEquals(1_200, kept(journal).number());
    store.rows.set(1_100, changed(1_101, "number 1101", "nothing"));
    KeptJournal again = open();
    again.checkImage(() -> false);
    assertThrows(StoreException.class, () -> check(again));
  }

  private Head kept(KeptJournal journal) {
    try {
      return journal.keepImage(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The same record in other words, as an import may bring it. */
  @Test
  void aLineThatIsNotCanonicalIsTheSameRecord() throws IOException {
    MemoryStore other = new MemoryStore();
    Chain chain = new Chain(Head.GENESIS);
    String line = new String(store.rows.get(0).line(), StandardCharsets.UTF_8);
    String spaced = line.replace("\",\"", "\", \"");
    assertTrue(!spaced.equals(line));
    other.rows.add(chain.add(spaced.getBytes(StandardCharsets.UTF_8)));
    other.noted = chain.head();
    Head head = KeptJournal.open(other, Samples.catalogue()).keepImage(file);
    KeptJournal journal = KeptJournal.open(other, Samples.catalogue(), Optional.of(file));
    assertEquals(head, journal.taken());
    check(journal);
  }
}

package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.registry.CaseClosing;
import nadzor.registry.Demand;
import nadzor.registry.Entry;
import nadzor.registry.Recorded;
import nadzor.registry.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptJournalTest {
  private final MemoryStore store = new MemoryStore();

  private KeptJournal open() {
    return KeptJournal.open(store, Samples.catalogue());
  }

  private static Recorded<?> add(KeptJournal journal, long number) {
    Entry entry = Samples.violation(number);
    return journal.append(entry.happenedAt(), "a test", entry);
  }

  @Test
  void aRecordIsSeenAfterItIsSynced() {
    KeptJournal journal = open();
    List<Integer> seen = new ArrayList<>();
    store.whileSyncing = () -> seen.add(journal.entries().size());
    Recorded<?> recorded = add(journal, 1);
    assertEquals(List.of(0), seen, "not seen before");
    assertEquals(List.of(recorded), journal.entries());
    assertEquals(1, journal.status().head().number());
    assertEquals(store.noted, journal.status().head());
  }

  @Test
  void whatDoesNotFitNeverReachesTheStore() {
    KeptJournal journal = open();
    add(journal, 1);
    assertThrows(RegistryException.class, () -> add(journal, 1));
    Entry half = Samples.violation("v", Samples.DAY.plusSeconds(9), "half \ud83d");
    RegistryException refused =
        assertThrows(RegistryException.class, () -> journal.append("a test", half));
    assertEquals("violation v at '/entry/description'", refused.where());
    assertEquals(1, store.rows.size());
    assertTrue(journal.status().writable());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whileTheStoreFailsNothingIsRecordedAndAllIsRead(Fault fault) {
    KeptJournal journal = open();
    add(journal, 1);
    store.failing = Optional.of(fault);
    for (int i = 0; i < 2; i++) {
      StoreException failed = assertThrows(StoreException.class, () -> add(journal, 2));
      assertEquals(fault, failed.fault());
      assertEquals("store memory: on demand; " + fault.fix(), failed.getMessage());
    }
    assertEquals(1, journal.entries().size());
    assertEquals(1, journal.latest().counts().violations());
    assertEquals(Optional.of(fault), journal.status().fault().map(StoreException::fault));
    store.failing = Optional.empty();
    assertEquals(2, add(journal, 2).number());
    assertEquals(Optional.empty(), journal.status().fault());
    assertEquals(1, store.reopened);
    assertEquals(journal.status().head(), store.verify(row -> {}));
  }

  @Test
  void aCommitWhoseAnswerWasLostIsTakenOver() {
    KeptJournal journal = open();
    add(journal, 1);
    store.losesAnswers = true;
    assertEquals(2, add(journal, 2).number());
    assertEquals(2, journal.entries().size());
    assertEquals(store.rows.size(), journal.entries().size(), "once");
    assertTrue(journal.status().writable());
    store.losesAnswers = false;
    RegistryException again = assertThrows(RegistryException.class, () -> add(journal, 2));
    assertEquals("a second violation 'v-2'", again.found());
    assertEquals(3, add(journal, 3).number());
    assertEquals(journal.status().head(), store.verify(row -> {}));
  }

  @Test
  void aServerThatWasAwayBetweenTwoRecordsIsFoundAgain() {
    KeptJournal journal = open();
    add(journal, 1);
    store.failsOnce = true;
    assertEquals(2, add(journal, 2).number());
    assertEquals(1, store.reopened);
    assertEquals(2, store.rows.size());
    assertEquals(journal.status().head(), store.verify(row -> {}));
  }

  @Test
  void whatSomebodyElseWroteMeanwhileIsTakenOver() {
    KeptJournal journal = open();
    add(journal, 1);
    KeptJournal other = open();
    store.failsOnce = true;
    store.whileReopening = () -> add(other, 2);
    StoreException failed = assertThrows(StoreException.class, () -> add(journal, 3));
    assertEquals(Fault.UNREACHABLE, failed.fault());
    assertEquals(other.entries(), journal.entries());
    assertEquals(3, add(journal, 3).number());
    assertEquals(3, store.rows.size());
  }

  @Test
  void aStoreThatComesBackAsAnotherJournalIsNotWritten() {
    KeptJournal journal = open();
    add(journal, 1);
    store.failing = Optional.of(Fault.MISSING);
    assertThrows(StoreException.class, () -> add(journal, 2));
    store.failing = Optional.empty();
    store.rows.clear();
    store.noted = Head.GENESIS;
    StoreException changed = assertThrows(StoreException.class, () -> add(journal, 2));
    assertEquals(Fault.CHANGED, changed.fault());
    assertEquals(0, store.rows.size());
    assertEquals(1, journal.entries().size());
  }

  @Test
  void aBatchIsRecordedWholeOrNotAtAll() {
    KeptJournal journal = open();
    Demand demand = new Demand("d", "fb", "by", "what", Samples.DAY, Optional.empty());
    CaseClosing closing = new CaseClosing("fb", Samples.DAY, "done");
    List<Entry> wrong = List.of(Samples.opening(), closing, demand);
    assertThrows(RegistryException.class, () -> journal.append(Samples.DAY, "a test", wrong));
    assertEquals(List.of(), journal.entries());
    List<Entry> right = List.of(Samples.opening(), demand, closing);
    assertEquals(3, journal.check(Samples.DAY, "a test", right).size());
    assertEquals(List.of(), journal.entries(), "a check records nothing");
    assertEquals(0, store.rows.size());
    store.failing = Optional.of(Fault.FULL);
    assertThrows(StoreException.class, () -> journal.append(Samples.DAY, "a test", right));
    assertEquals(List.of(), journal.entries());
    store.failing = Optional.empty();
    assertEquals(journal.append(Samples.DAY, "a test", right), journal.entries());
    assertEquals(3, store.rows.size());
  }

  @Test
  void whatIsOpenedAgainIsTheSame() {
    KeptJournal journal = open();
    add(journal, 1);
    add(journal, 2);
    KeptJournal again = open();
    assertEquals(journal.entries(), again.entries());
    assertEquals(journal.status(), again.status());
    again.close();
    assertTrue(store.closed);
  }

  @Test
  void aCorruptStoreIsRefusedAtTheStart() {
    KeptJournal journal = open();
    for (int i = 1; i <= 3; i++) {
      add(journal, i);
    }
    Row second = store.rows.get(1);
    byte[] edited =
        new String(second.line(), StandardCharsets.UTF_8)
            .replace("number 2", "number 8")
            .getBytes(StandardCharsets.UTF_8);
    store.rows.set(1, new Row(2, edited, second.octetsOfHash()));
    StoreException corrupt = assertThrows(StoreException.class, this::open);
    assertEquals(Fault.CORRUPT, corrupt.fault());
    String said = String.valueOf(corrupt.getMessage());
    assertTrue(said.contains("record 2: found hash " + second.hash()), said);
    assertTrue(said.contains("the records up to 1 are good"), said);
    assertTrue(said.contains("nadzor case export"), said);
    assertTrue(store.closed, "and closed again");
    assertFalse(journal.entries().isEmpty());
  }
}

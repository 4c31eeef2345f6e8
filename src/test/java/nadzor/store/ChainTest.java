package nadzor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nadzor.registry.Entry;
import nadzor.registry.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
  private final MemoryStore store = new MemoryStore();

  @BeforeEach
  void fill() {
    KeptJournal journal = KeptJournal.open(store, Samples.catalogue());
    for (int i = 1; i <= 5; i++) {
      Entry entry = Samples.violation(i);
      journal.append(entry.happenedAt(), "a test", entry);
    }
  }

  @Test
  void aHashIsThatOfTheHashBeforeItAndTheLine() {
    byte[] genesis = Hashing.sha256().hashString("nadzor journal 1", UTF_8).asBytes();
    Row first = store.rows.get(0);
    HashCode expected = Hashing.sha256().hashBytes(Bytes.concat(genesis, first.line()));
    assertEquals(expected, first.hash());
    Row second = store.rows.get(1);
    assertEquals(
        Hashing.sha256().hashBytes(Bytes.concat(expected.asBytes(), second.line())), second.hash());
    assertEquals(new Head(5, store.rows.get(4).hash()), store.verify(row -> {}));
  }

  private static Row edited(Row row) {
    byte[] line = row.line().clone();
    line[line.length / 2] ^= 1;
    return new Row(row.number(), line, row.octetsOfHash());
  }

  private static Row sixth(MemoryStore store) {
    Recorded<?> recorded =
        new Recorded<>(6, Samples.DAY.plusSeconds(6), "a test", Samples.violation(6));
    return new Chain(store.noted).add(new EntryJson().write(recorded));
  }

  /** The rest of the chain made anew over what was changed, as somebody would who knows how. */
  private static void rehash(MemoryStore store) {
    Chain chain = new Chain(Head.GENESIS);
    store.rows.replaceAll(row -> chain.add(row.line()));
    store.noted = chain.head();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("edited", 3, "found hash", s -> s.rows.set(2, edited(s.rows.get(2)))),
        damage(
            "another hash",
            4,
            "found hash 0000",
            s -> s.rows.set(3, new Row(4, s.rows.get(3).line(), new byte[32]))),
        damage("one deleted", 2, "found record 3 in its place", s -> s.rows.remove(1)),
        damage("the first deleted", 1, "found record 2 in its place", s -> s.rows.remove(0)),
        damage("one twice", 3, "found record 2 in its place", s -> s.rows.add(2, s.rows.get(1))),
        damage(
            "the end cut off", 5, "found the journal to end with record 4", s -> s.rows.remove(4)),
        damage("all cut off", 1, "found the journal to end with record 0", s -> s.rows.clear()),
        damage(
            "a row beyond the head",
            6,
            "found the journal to end with record 6",
            s -> s.rows.add(sixth(s))),
        damage(
            "another head",
            5,
            "found the journal to end with record 5, hash",
            s -> s.noted = new Head(5, s.rows.get(0).hash())),
        damage(
            "numbers within that are not the rows'",
            2,
            "found number 1 in its JSON",
            s -> {
              s.rows.set(1, new Row(2, s.rows.get(0).line(), s.rows.get(1).octetsOfHash()));
              rehash(s);
            }),
        damage(
            "no JSON, well hashed",
            2,
            "found no JSON",
            s -> {
              s.rows.set(1, new Row(2, "no".getBytes(UTF_8), s.rows.get(1).octetsOfHash()));
              rehash(s);
            }));
  }

  private static Arguments damage(
      String what, long number, String found, Consumer<MemoryStore> doing) {
    return Arguments.of(what, number, found, doing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void theFirstBrokenLinkIsNamed(
      String what, long number, String found, Consumer<MemoryStore> doing) {
    doing.accept(store);
    BrokenChain broken = assertThrows(BrokenChain.class, () -> store.verify(row -> {}), what);
    assertEquals(number, broken.number());
    String said = String.valueOf(broken.getMessage());
    assertTrue(said.startsWith("record " + number + ": " + found), said);
  }

  @Test
  void aJournalRewrittenAsAWholeHasAnotherHead() {
    Head noted = store.noted;
    String line = new String(store.rows.get(2).line(), UTF_8).replace("number 3", "number 9");
    store.rows.set(2, new Row(3, line.getBytes(UTF_8), store.rows.get(2).octetsOfHash()));
    rehash(store);
    store.verify(row -> {});
    BrokenChain broken = assertThrows(BrokenChain.class, () -> store.verify(noted, row -> {}));
    assertEquals(5, broken.number());
    assertEquals("hash " + noted.hash() + ", as noted", broken.expected());
  }

  @Test
  void anEarlierHeadIsStillFound() {
    Head noted = store.rows.get(2).head();
    assertEquals(store.noted, store.verify(noted, row -> {}));
    Head later = new Chain(store.noted).add(new byte[] {'x'}).head();
    BrokenChain broken = assertThrows(BrokenChain.class, () -> store.verify(later, row -> {}));
    assertEquals("no such record", broken.found());
  }

  @Test
  void aHeadIsReadAsItIsPrinted() {
    assertEquals(store.noted, Head.of(store.noted.toString()));
    assertEquals(Head.GENESIS, Head.of(Head.GENESIS.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 abc", "-1 00", "05 "})
  void whatIsNoHeadIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Head.of(text));
  }
}

package nadzor.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is packed says what was recorded, whatever that is. */
class PacksTest {
  private static final Instant DAY = Instant.parse("2022-03-04T16:00:00Z");
  private static final Instant ODD = Instant.parse("2022-03-04T16:00:00.000000001Z");

  static Stream<Entry> packed() {
    return Stream.of(
        violation("v", DAY, "plain", false),
        violation("в-1", ODD, "Ольга, é, \uD83D\uDE00 and half of one: \uD83D", true),
        violation("", Instant.MIN, "x".repeat(100_000), true),
        violation("end", Instant.MAX, "", false),
        violation("before", Instant.parse("1969-12-31T23:59:59.5Z"), "ж".repeat(70_000), false),
        new Demand("d", "case", "A", "explain", DAY, Optional.of(ODD)),
        new Demand("d", "case", "A", "w".repeat(300), DAY, Optional.empty()),
        new Lifting("d-1", "A", "settled", ODD),
        new Retraction("v-1", DAY, "recorded twice"),
        decision(Optional.empty(), Optional.empty(), Optional.empty()),
        decision(Optional.of("B"), Optional.of(LocalDate.of(1960, 2, 29)), Optional.of(ODD)));
  }

  private static Violation violation(String id, Instant at, String text, boolean total) {
    String name = id.isEmpty() ? "an id" : id;
    return new Violation(name, "platform", at, "kind", "", text, "source", total);
  }

  private static Decision decision(
      Optional<String> text, Optional<LocalDate> date, Optional<Instant> end) {
    Instant until = DAY.plusSeconds(1_000_000);
    return new Decision(
        "dec-1",
        "case",
        "A",
        text,
        new Grounds("law", "other law", text, date, date.map(day -> day.plusDays(1))),
        new Order(Measure.BLOCK, Set.of(Role.API, Role.FRONT), List.of("b", "a", "b")),
        new Timetable(DAY, ODD, DAY.plusSeconds(8), ODD.plusSeconds(9), end.map(x -> until), text),
        new RegisterMark(3, BlockType.DOMAIN, end),
        text,
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("packed")
  void readsWhatItWrote(Entry entry) {
    Packs packs = new Packs(new Pool());
    Instant later = entry.happenedAt().equals(Instant.MAX) ? Instant.MAX : DAY.plusSeconds(5);
    for (Instant at : List.of(entry.happenedAt(), later)) {
      Recorded<?> packed = packs.add(7, at, "Ольга", entry).orElseThrow();
      Recorded<?> plain = new Recorded<>(7, at, "Ольга", entry);
      assertEquals(plain, packed);
      assertEquals(packed, plain);
      assertEquals(plain.hashCode(), packed.hashCode());
      assertEquals(plain.toString(), packed.toString());
      assertEquals(entry, packed.entry());
      assertEquals(entry.kind(), packed.kind());
      assertEquals(at, packed.at());
      assertTrue(packed.isAbout(entry.about()));
      assertFalse(packed.isAbout(entry.about() + "x"));
      assertFalse(packed.isAbout("x" + entry.about().substring(1)));
    }
  }

  @Test
  void manyStandOneAfterAnother() {
    Packs packs = new Packs(new Pool());
    List<Recorded<?>> all = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Entry entry = violation("v-" + i, DAY.plusSeconds(i), "y".repeat(i % 500), i % 2 == 0);
      entries.add(entry);
      all.add(packs.add(i + 1, entry.happenedAt(), "by " + i, entry).orElseThrow());
    }
    for (int i = 0; i < all.size(); i++) {
      assertEquals(
          new Recorded<>(i + 1, DAY.plusSeconds(i), "by " + i, entries.get(i)), all.get(i));
    }
  }

  @Test
  void twoThatDifferAreNotEqual() {
    Packs packs = new Packs(new Pool());
    Recorded<?> one = packs.add(1, DAY, "A", violation("v", DAY, "a", true)).orElseThrow();
    assertFalse(one.equals(packs.add(2, DAY, "A", violation("v", DAY, "a", true)).orElseThrow()));
    assertFalse(one.equals(packs.add(1, ODD, "A", violation("v", DAY, "a", true)).orElseThrow()));
    assertFalse(one.equals(packs.add(1, DAY, "B", violation("v", DAY, "a", true)).orElseThrow()));
    assertFalse(one.equals(packs.add(1, DAY, "A", violation("v", DAY, "b", true)).orElseThrow()));
  }

  /** What policy decides has lists, and stays as it is; so does what the pool has no room for. */
  @Test
  void whatIsNotPackedIsToldSo() {
    Packs packs = new Packs(new Pool());
    assertEquals(
        Optional.empty(),
        packs.add(1, DAY, "A", new CaseFile("c", new Subject.OfPlatform("p"), "A", DAY)));
  }

  @Test
  void aPoolGivesOneNumberToEqualValues() {
    Pool pool = new Pool();
    for (int i = 0; i < 5_000; i++) {
      assertEquals(i + 1, pool.number("text " + i));
    }
    for (int i = 0; i < 5_000; i++) {
      assertEquals(i + 1, pool.number("text " + i));
      assertEquals("text " + i, pool.value(i + 1));
    }
    assertEquals(0, pool.number("z".repeat(201)));
    assertEquals(5_000, pool.size());
  }
}

package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.store.EntryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken up from an image is the journal, and goes on as the journal does. */
class JournalImageTest {
  private static final Instant START = moscow("2022-05-01T00:00");

  private static final RecordLines LINES = new EntryJson();

  private static byte[] written(Journal journal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    journal.image().write(LINES, out);
    return out.toByteArray();
  }

  private static Journal read(byte[] image) {
    return JournalImage.read(ByteBuffer.wrap(image), Meta.catalogue(), LINES);
  }

  /** All that look-ups, lists and counts tell. */
  private static List<Object> told(Registry known) {
    List<Object> told = new ArrayList<>(ForkTest.told(known));
    for (int hours = 0; hours < 900; hours += 100) {
      Instant at = START.plus(Duration.ofHours(hours));
      told.add(Tally.of(known, at));
      told.add(Register.at(known, at).entries());
      told.add(new Statements(known, Language.ENGLISH).newest(at, 0, 50));
      told.add(EntryNumbers.at(known, at));
    }
    Lookup lookup = new Lookup(known);
    for (String words : List.of("block", "meta", "site1 test", "d 7", "nothing like it")) {
      told.add(lookup.having(words, Set.of(EntryKind.values())));
    }
    told.add(lookup.find(Query.ALL, Instant.MAX, OptionalLong.empty(), 1000).records());
    told.add(known.unsettled(START));
    return told;
  }

  private static void assertSame(Journal one, Journal other) {
    assertEquals(one.entries(), other.entries());
    assertEquals(told(one.latest()), told(other.latest()));
    Instant middle = one.lastAt().minus(Duration.ofHours(200));
    assertEquals(told(one.at(middle)), told(other.at(middle)));
  }

  private static void both(Journal one, Journal other, Random random, int from, int to) {
    for (int i = from; i < to; i++) {
      Instant now = START.plus(Duration.ofHours(5L * i));
      Entry some = SomeRecords.any(random, i, one.latest(), now);
      assertEquals(SomeRecords.record(one, some, now), SomeRecords.record(other, some, now));
    }
  }

  private static Journal some(Random random, int count) {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    for (int i = 0; i < count; i++) {
      Instant now = START.plus(Duration.ofHours(5L * i));
      boolean unused =
          SomeRecords.record(journal, SomeRecords.any(random, i, journal.latest(), now), now);
    }
    return journal;
  }

  /** With look-ups prepared or not, again and again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void goesOnLikeTheJournal(long seed) throws IOException {
    Random random = new Random(seed);
    Journal journal = some(random, 60);
    Journal taken = read(written(journal));
    assertSame(journal, taken);
    both(journal, taken, random, 60, 100);
    assertSame(journal, taken);
    Journal again = read(written(taken));
    assertSame(journal, again);
    both(journal, again, random, 100, 140);
    assertSame(journal, again);
  }

  @Test
  void everyKindOfRecord() throws IOException {
    List<Recorded<?>> all = ForkTest.story();
    for (int count = 0; count <= all.size(); count++) {
      Journal journal = ForkTest.upTo(all, count);
      Journal taken = read(written(journal));
      assertEquals(journal.entries(), taken.entries());
      for (Recorded<?> next : all.subList(count, all.size())) {
        assertEquals(next, taken.append(next.at(), next.by(), next.entry()));
      }
      assertEquals(
          ForkTest.told(ForkTest.upTo(all, all.size()).latest()), ForkTest.told(taken.latest()));
    }
  }

  /** What is recorded while it is written is not in it. */
  @Test
  void theJournalGoesOnMeanwhile() throws IOException {
    Random random = new Random(7);
    Journal journal = some(random, 50);
    Journal before = read(written(journal));
    JournalImage image = journal.image();
    new Lookup(journal.latest());
    for (int i = 50; i < 90; i++) {
      Instant now = START.plus(Duration.ofHours(5L * i));
      boolean unused =
          SomeRecords.record(journal, SomeRecords.any(random, i, journal.latest(), now), now);
    }
    new Lookup(journal.latest());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    image.write(LINES, out);
    Journal taken = read(out.toByteArray());
    assertEquals(image.records(), taken.entries().size());
    assertTrue(image.records() < journal.entries().size());
    assertSame(before, taken);
  }

  /** Long texts, and more of them than a chunk of packed records holds. */
  @Test
  void longTexts() throws IOException {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    for (int i = 0; i < 40; i++) {
      String text = (i % 2 == 0 ? "слово " : "word ").repeat(500 * i) + i;
      Entry one =
          new Violation(
              "v-" + i, "facebook", START.plusSeconds(i), "kind " + i, "law", text, "s", false);
      journal.append(one);
    }
    Journal taken = read(written(journal));
    assertEquals(journal.entries(), taken.entries());
    assertEquals(told(journal.latest()), told(taken.latest()));
  }

  @Test
  void whatIsNoImageIsRefused() throws IOException {
    byte[] image = written(some(new Random(3), 40));
    Stream.of(0, 1, 7, image.length / 3, image.length / 2, image.length - 1)
        .map(length -> Arrays.copyOf(image, length))
        .forEach(cut -> assertThrows(BadJournalImage.class, () -> read(cut)));
    assertThrows(
        BadJournalImage.class, () -> read(Arrays.copyOf(image, image.length + 1)), "longer");
    byte[] other = image.clone();
    other[0]++;
    assertThrows(BadJournalImage.class, () -> read(other), "another format");
  }

  @Test
  void aForkHasNoImage() {
    Journal fork = some(new Random(3), 4).fork();
    assertThrows(IllegalStateException.class, fork::image);
  }
}

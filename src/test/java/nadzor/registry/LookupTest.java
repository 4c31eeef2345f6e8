package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LookupTest {
  private static final Journal STORY = story();

  private static Journal story() {
    List<Entry> all = new ArrayList<>();
    Meta.story().journal().entries().forEach(recorded -> all.add(recorded.entry()));
    all.add(
        new Lifting(
            "fb-full", "The laboratory's court", "Спор окончен: met", moscow("2022-04-01T12:00")));
    all.add(new Retraction("fb-24", moscow("2022-04-02T12:00"), "recorded twice"));
    return Journal.of(Meta.catalogue(), all);
  }

  /** A query with some of its fields given: one letter each. */
  private static Query query(char field, String value) {
    Optional<String> given = Optional.of(value);
    Optional<String> none = Optional.empty();
    return new Query(
        field == 'r' ? given.map(Asked::of) : Optional.empty(),
        field == 'p' ? given : none,
        field == 'c' ? given : none,
        field == 'd' ? given : none,
        field == 'a' ? given : none,
        field == 'l' ? given : none,
        field == 'f' ? given.map(Meta::moscow) : Optional.empty(),
        field == 'u' ? given.map(Meta::moscow) : Optional.empty(),
        field == 'k' ? Set.of(EntryKind.valueOf(value)) : Set.of(),
        field == 'w' ? value : "",
        false);
  }

  private static String titles(Page page) {
    return String.join(
        ", ", page.records().stream().map(record -> record.entry().title()).toList());
  }

  private static Page find(Journal journal, Query query) {
    return new Lookup(journal.latest()).find(query, Instant.MAX, OptionalLong.empty(), 1000);
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of('d', "fb-full", "decision fb-full, lifting fb-full"),
        Arguments.of('d', "fb-partial", "decision fb-partial, decision fb-full, lifting fb-full"),
        Arguments.of('d', "nosuch", ""),
        Arguments.of('p', "instagram", "case meta, decision ig-full, violation ig-1"),
        Arguments.of(
            'r', "https://www.instagram.com/x", "case meta, decision ig-full, violation ig-1"),
        Arguments.of('r', "nosuch.test", ""),
        Arguments.of('c', "meta", "case meta, decision ig-full"),
        Arguments.of(
            'a',
            "the Ministry of Foreign Affairs",
            "decision fb-partial, decision fb-full, lifting fb-full"),
        Arguments.of('k', "LIFTING", "lifting fb-full"),
        Arguments.of('w', "ZVEZDA tv", "violation fb-20"),
        Arguments.of('w', "спор", "lifting fb-full"),
        Arguments.of('w', "fb 24", "violation fb-24, retraction fb-24"),
        Arguments.of('w', "nosuchword", ""),
        Arguments.of('f', "2022-04-01T00:00", "lifting fb-full, retraction fb-24"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void finds(char field, String value, String titles) {
    List<String> wanted = Stream.of(titles.split(", ")).sorted().toList();
    List<String> found =
        Stream.of(titles(find(STORY, query(field, value))).split(", ")).sorted().toList();
    assertEquals(wanted, found);
  }

  /** What the index finds is what reading every record finds. */
  @ParameterizedTest
  @CsvSource({
    "p,facebook",
    "l,'149-FZ of 27 July 2006, article 15.3'",
    "w,of",
    "u,2021-01-01T00:00",
    "k,VIOLATION"
  })
  void theIndexAndReadingAllAgree(char field, String value) {
    Query query = query(field, value);
    Check check = new Check(STORY.latest(), query, Instant.MAX);
    List<Recorded<?>> all =
        STORY.entries().stream().<Recorded<?>>map(one -> one).filter(check::passes).toList();
    assertEquals(all, find(STORY, query).records());
    assertEquals(true, all.size() > 1, () -> all.size() + " records");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-03-11T16:00,2",
    "2022-03-11T11:00,1",
    "2022-03-10T00:00,1",
    "2022-02-20T00:00,0"
  })
  void knowsOnlyWhatWasRecordedByThen(String known, int records) {
    Page page =
        new Lookup(STORY.at(moscow(known)))
            .find(query('c', "meta"), Instant.MAX, OptionalLong.empty(), 10);
    assertEquals(records, page.records().size());
  }

  @Test
  void tellsOnlyWhatHadHappened() {
    Instant before = moscow("2022-02-24T00:00").minusSeconds(1);
    Page page =
        new Lookup(STORY.latest()).find(query('p', "facebook"), before, OptionalLong.empty(), 100);
    assertEquals(20, page.records().size());
  }

  @ParameterizedTest
  @CsvSource({"true,1", "true,4", "false,1", "false,4", "false,1000", "true,1000"})
  void pagesAreTheWholeInOrder(boolean newestFirst, int most) {
    for (char field : new char[] {'p', 'x', 'k'}) {
      Query one = query(field, field == 'k' ? "VIOLATION" : "facebook");
      Query query =
          new Query(
              one.resource(),
              one.platform(),
              one.caseFile(),
              one.decision(),
              one.authority(),
              one.legalBasis(),
              one.from(),
              one.until(),
              one.kinds(),
              one.words(),
              newestFirst);
      Lookup lookup = new Lookup(STORY.latest());
      List<Long> numbers = new ArrayList<>();
      OptionalLong cursor = OptionalLong.empty();
      do {
        Page page = lookup.find(query, Instant.MAX, cursor, most);
        page.records().forEach(record -> numbers.add(record.number()));
        cursor = page.next();
      } while (cursor.isPresent());
      List<Long> whole =
          new ArrayList<>(find(STORY, one).records().stream().map(Recorded::number).toList());
      if (newestFirst) {
        Collections.reverse(whole);
      }
      assertEquals(whole, numbers);
    }
  }

  @Test
  void aPageHasBounds() {
    Lookup lookup = new Lookup(STORY.latest());
    RegistryException refused =
        assertThrows(
            RegistryException.class,
            () -> lookup.find(Query.ALL, Instant.MAX, OptionalLong.empty(), 1001));
    assertEquals("look-up: found 1001 records a page, expected 1 to 1000", refused.getMessage());
  }
}

package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
  private static final Path GOLDEN = Path.of("test-data", "registry");

  /** The story, and a decision with a term that ends, and one that is lifted. */
  private static List<Statement> all() {
    List<Entry> all = new ArrayList<>();
    Meta.story().journal().entries().forEach(recorded -> all.add(recorded.entry()));
    all.add(
        new Lifting(
            "fb-full", "The laboratory's court", "the case has ended", moscow("2022-04-01T12:00")));
    Instant day = moscow("2022-04-02T10:00");
    all.add(
        Meta.decision(
            "fb-term",
            Meta.throttle(),
            new Timetable(
                day, day, day, day, Optional.of(moscow("2022-04-03T10:00")), Optional.empty()),
            Optional.empty()));
    return Statements.upTo(Journal.of(Meta.catalogue(), all), Instant.MAX);
  }

  @Test
  void publishedInOrder() {
    assertEquals(
        List.of(
            "2022-02-24T15:00:00Z DEMAND demand-0224",
            "2022-02-25T16:00:00Z RESTRICTION fb-partial",
            "2022-03-04T16:00:00Z RESTRICTION fb-full",
            "2022-03-11T14:00:00Z ANNOUNCEMENT ig-full",
            "2022-03-13T21:00:00Z RESTRICTION ig-full",
            "2022-04-01T09:00:00Z LIFTING fb-full",
            "2022-04-02T07:00:00Z RESTRICTION fb-term",
            "2022-04-03T07:00:00Z LIFTING fb-term"),
        all().stream()
            .map(one -> one.publishedAt() + " " + one.kind() + " " + one.about())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0,demand.txt",
    "1,partial.txt",
    "2,full.txt",
    "3,announcement.txt",
    "4,instagram.txt",
    "5,lifting.txt",
    "7,term.txt"
  })
  void read(int place, String file) throws IOException {
    assertEquals(Files.readString(GOLDEN.resolve(file)), all().get(place).text());
  }

  @Test
  void allAreMarkedAsASimulation() {
    all().forEach(one -> assertTrue(one.text().startsWith(Statement.SIMULATION + "\n")));
  }

  @Test
  void betweenExcludesItsStartAndIncludesItsEnd() {
    Journal journal = Meta.story().journal();
    List<Statement> published =
        Statements.between(journal, Meta.THROTTLED, Meta.INSTAGRAM_ANNOUNCED);
    assertEquals(List.of("fb-full", "ig-full"), published.stream().map(Statement::about).toList());
  }

  @Test
  void aDecisionLiftedInItsTransitionIsNeverPublishedAsARestriction() {
    List<Entry> all = new ArrayList<>(Meta.cases());
    all.add(Meta.instagram());
    all.add(new Lifting("ig-full", "Roskomnadzor", "met", moscow("2022-03-12T10:00")));
    assertEquals(
        List.of(StatementKind.ANNOUNCEMENT, StatementKind.LIFTING),
        Statements.upTo(Journal.of(Meta.catalogue(), all), Instant.MAX).stream()
            .map(Statement::kind)
            .toList());
  }

  @Test
  void whatIsRecordedLateIsPublishedLate() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    Instant late = moscow("2022-03-20T10:00");
    journal.append(late, "a test", Meta.instagram());
    assertEquals(List.of(), Statements.upTo(journal, late.minusSeconds(1)));
    assertEquals(2, Statements.upTo(journal, late).size());
  }

  private static List<Statement> russian() {
    List<Entry> all = new ArrayList<>();
    Meta.story().journal().entries().forEach(recorded -> all.add(recorded.entry()));
    return new Statements(Journal.of(Meta.catalogue(), all).latest(), Language.RUSSIAN)
        .between(Instant.MIN, Instant.MAX);
  }

  @ParameterizedTest
  @CsvSource({"0,demand-ru.txt", "2,full-ru.txt", "3,announcement-ru.txt"})
  void readInRussian(int place, String file) throws IOException {
    assertEquals(Files.readString(GOLDEN.resolve(file)), russian().get(place).text());
  }

  @Test
  void everyRussianTextIsMarkedAsASimulation() {
    russian().forEach(one -> assertTrue(one.text().startsWith("Симуляция: "), one.text()));
  }

  @ParameterizedTest
  @CsvSource({
    "1,one,one",
    "2,many,few",
    "4,many,few",
    "5,many,many",
    "11,many,many",
    "12,many,many",
    "21,many,one",
    "22,many,few",
    "25,many,many",
    "111,many,many",
    "0,many,many"
  })
  void nounsFollowTheirNumber(int number, String english, String russian) {
    assertEquals(english, Language.ENGLISH.plural(number));
    assertEquals(russian, Language.RUSSIAN.plural(number));
  }

  @Test
  void aNameIsPrintedAsItIsAndWritesNoLineOfItsOwn() {
    List<Entry> all = new ArrayList<>(Meta.cases());
    String text = "<script>alert(1)</script> & {{id}}\nDecision nobody, case none.";
    all.add(Meta.violation(1, LocalDate.of(2022, 3, 1), text, false));
    all.add(Meta.demand());
    Demand late = new Demand("d", "fb", "A", "stop", moscow("2022-03-02T00:00"), Optional.empty());
    all.add(late);
    Registry known = Journal.of(Meta.catalogue(), all).latest();
    String written = new Statements(known, Language.ENGLISH).onDemand("d").get(0).text();
    assertTrue(
        written.contains(
            "  - 1 March 2022: <script>alert(1)</script> & {{id}} Decision nobody, case none.\n"),
        written);
  }

  /** Four are enough for a statement that people read: the latest, in order. */
  @Test
  void ofManyViolationsTheLastFourAreToldOneByOne() {
    List<Entry> all = new ArrayList<>(Meta.cases());
    for (int day = 1; day <= 6; day++) {
      all.add(Meta.violation(day, LocalDate.of(2022, 1, day), "account " + day, false));
    }
    all.add(new Demand("d", "fb", "A", "stop", moscow("2022-03-02T00:00"), Optional.empty()));
    Registry known = Journal.of(Meta.catalogue(), all).latest();
    String written = new Statements(known, Language.ENGLISH).onDemand("d").get(0).text();
    assertEquals(
        List.of(
            "  - 3 January 2022: account 3",
            "  - 4 January 2022: account 4",
            "  - 5 January 2022: account 5",
            "  - 6 January 2022: account 6"),
        written.lines().filter(line -> line.startsWith("  - ")).toList());
  }

  @Test
  void everythingOnOneDecision() {
    Registry known = Meta.story().journal().latest();
    List<Statement> statements = new Statements(known, Language.ENGLISH).onDecision("ig-full");
    assertEquals(
        List.of(StatementKind.ANNOUNCEMENT, StatementKind.RESTRICTION),
        statements.stream().map(Statement::kind).toList());
  }

  /** Taken and in force long before anybody wrote it down. */
  @Test
  void whatIsRecordedLateIsPublishedWhenItIsRecorded() {
    Instant then = Meta.moscow("2022-03-20T10:00");
    Instant late = Meta.moscow("2022-04-20T10:00");
    Timetable times = new Timetable(then, then, then, then, Optional.empty(), Optional.empty());
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    journal.append(
        late, "a clerk", Meta.decision("late", Meta.block("facebook"), times, Optional.empty()));
    assertEquals(
        List.of(late),
        new Statements(journal.latest(), Language.ENGLISH)
            .onDecision("late").stream().map(Statement::publishedAt).toList());
  }
}

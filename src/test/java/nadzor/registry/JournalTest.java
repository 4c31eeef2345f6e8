package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {
  private static final Timetable TIMES =
      Meta.times("2022-03-20T10:00", "2022-03-20T10:00", "2022-03-20T10:00", "2022-03-20T10:00");

  static Stream<Arguments> misfits() {
    Instant day = moscow("2022-03-20T10:00");
    return Stream.of(
        Arguments.of(
            Meta.violation(1, LocalDate.of(2022, 3, 20), "again", false),
            "violation fb-1: found a second violation 'fb-1', expected one"),
        Arguments.of(
            new Violation("x", "nosuch", day, "kind", "law", "text", "source", false),
            "violation x: found platform 'nosuch', expected a known platform"
                + " (facebook, instagram, example)"),
        Arguments.of(
            new CaseFile("c", new Subject.OfOperator("nosuch"), "A", day),
            "case c: found operator 'nosuch', expected a known operator (meta, other)"),
        Arguments.of(
            new Demand("d", "nosuch", "A", "do it", day, Optional.empty()),
            "demand d: found case 'nosuch', expected a known case (fb, meta)"),
        Arguments.of(
            new Answer("nosuch", DemandState.MET, day, "done"),
            "answer nosuch: found demand 'nosuch', expected a known demand (demand-0224)"),
        Arguments.of(
            new Retraction("nosuch", moscow("2022-03-20T10:00"), "why"),
            "retraction nosuch: found violation 'nosuch', expected a known violation ("
                + String.join(", ", Meta.violations().stream().map(Violation::id).toList())
                + ")"),
        Arguments.of(
            new Lifting("nosuch", "A", "why", day),
            "lifting nosuch: found decision 'nosuch', expected a known decision (none is known)"),
        Arguments.of(
            Meta.decision("d", Meta.block("example"), TIMES, Optional.empty()),
            "decision d: found platform 'example', which case 'meta' does not reach, expected one"
                + " of facebook, instagram"),
        Arguments.of(
            Meta.decision("d", Meta.block("facebook"), TIMES, Optional.of("nosuch")),
            "decision d: found decision 'nosuch', expected a known decision (none is known)"),
        Arguments.of(
            Meta.decision(
                "d",
                new Order(Measure.BLOCK, Set.of(Role.API), List.of("instagram")),
                TIMES,
                Optional.empty()),
            "decision d: found no resource of role api on platform 'instagram', expected at least"
                + " one, or the decision restricts nothing"),
        Arguments.of(
            Meta.decision(
                "d",
                Meta.block("facebook"),
                Meta.times(
                    "2022-02-23T10:00", "2022-02-24T10:00", "2022-02-25T10:00", "2022-02-25T10:00"),
                Optional.empty()),
            "decision d: found decision d at 2022-02-23T07:00:00Z, expected an instant not before"
                + " case meta at 2022-02-23T21:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void refusesWithWhatWasFoundAndExpected(Entry entry, String message) {
    Journal journal = Journal.of(Meta.catalogue(), Meta.given());
    int before = journal.entries().size();
    RegistryException refused =
        assertThrows(
            RegistryException.class,
            () -> journal.append(moscow("2022-04-01T00:00"), "a test", entry));
    assertEquals(message, refused.getMessage());
    assertEquals(before, journal.entries().size());
  }

  @Test
  void aDecisionNeedsAnOpenCase() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    journal.append(new CaseClosing("meta", moscow("2022-03-01T00:00"), "done"));
    RegistryException refused =
        assertThrows(
            RegistryException.class,
            () ->
                journal.append(
                    Meta.decision("d", Meta.block("facebook"), TIMES, Optional.empty())));
    assertEquals(
        "decision d: found case 'meta', closed at 2022-02-28T21:00:00Z, expected an open case",
        refused.getMessage());
    Registry registry = journal.latest();
    assertEquals(
        Optional.of(CaseState.OPEN), registry.caseState("meta", moscow("2022-02-28T23:59")));
    assertEquals(
        Optional.of(CaseState.CLOSED), registry.caseState("meta", moscow("2022-03-01T00:00")));
    assertEquals(Optional.empty(), registry.caseState("meta", moscow("2022-02-23T00:00")));
  }

  @Test
  void nothingIsRecordedBeforeItHappensOrBeforeTheLastRecord() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.given());
    Violation late = Meta.violation(40, LocalDate.of(2022, 3, 3), "late", false);
    assertEquals(
        "violation fb-40: found the date 2022-03-02T20:59:00Z of its record, expected an instant"
            + " not before it happened at 2022-03-02T21:00:00Z",
        refusal(journal, moscow("2022-03-02T23:59"), late));
    assertEquals(
        "violation fb-40: found the date 2022-03-02T21:00:00Z of its record, expected an instant"
            + " not before the last record of the journal at 2022-03-03T21:00:00Z",
        refusal(journal, late.happenedAt(), late));
    Recorded<?> recorded = journal.append(moscow("2022-03-05T00:00"), "a test", late);
    assertEquals(journal.entries().size(), recorded.number());
    assertEquals(26, journal.latest().violations("facebook", moscow("2022-03-04T23:59")).size());
    assertEquals(27, journal.latest().violations("facebook", moscow("2022-03-05T00:00")).size());
  }

  private static String refusal(Journal journal, Instant at, Entry entry) {
    return String.valueOf(
        assertThrows(RegistryException.class, () -> journal.append(at, "a test", entry))
            .getMessage());
  }

  @Test
  void placesHaveNoGaps() {
    List<Recorded<?>> entries = Journal.of(Meta.catalogue(), Meta.given()).entries();
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(i + 1L, entries.get(i).number());
    }
  }

  @Test
  void aSnapshotDoesNotChange() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    Registry before = journal.latest();
    journal.append(Meta.violation(1, LocalDate.of(2022, 3, 1), "text", false));
    assertEquals(new Counts(2, 0, 0, 0, 0), before.counts());
    assertEquals(new Counts(2, 1, 0, 0, 0), journal.latest().counts());
    assertEquals(new Counts(2, 0, 0, 0, 0), journal.at(moscow("2022-02-28T23:59")).counts());
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-24T17:59,none",
    "2022-02-24T18:00,OPEN",
    "2022-02-24T23:59,OPEN",
    "2022-02-25T00:00,IGNORED",
    "2022-02-26T12:00,MET"
  })
  void aDemandIsOpenThenIgnoredThenMetLate(String local, String state) {
    List<Entry> all = new ArrayList<>(Meta.given());
    all.add(new Answer("demand-0224", DemandState.MET, moscow("2022-02-26T12:00"), "lifted"));
    assertEquals(
        state,
        Journal.of(Meta.catalogue(), all)
            .latest()
            .demandState("demand-0224", moscow(local))
            .map(Enum::name)
            .orElse("none"));
  }

  @Test
  void aDemandThatIsMetTakesNoFurtherAnswer() {
    List<Entry> all = new ArrayList<>(Meta.given());
    all.add(new Answer("demand-0224", DemandState.MET, moscow("2022-02-26T12:00"), "lifted"));
    Journal journal = Journal.of(Meta.catalogue(), all);
    Answer further =
        new Answer("demand-0224", DemandState.IGNORED, moscow("2022-03-05T00:00"), "no");
    assertEquals(
        "answer demand-0224: found a further answer to a demand met at 2022-02-26T09:00:00Z,"
            + " expected none: met is final",
        refusal(journal, further.answeredAt(), further));
  }

  @Test
  void onlyOneDecisionStandsInThePlaceOfAnother() {
    List<Entry> all = new ArrayList<>(Meta.cases());
    all.add(Meta.decision("a", Meta.block("facebook"), TIMES, Optional.empty()));
    all.add(Meta.decision("b", Meta.block("facebook"), TIMES, Optional.of("a")));
    Journal journal = Journal.of(Meta.catalogue(), all);
    assertEquals(
        "decision c: found decision 'a', which decision b supersedes already, expected a decision"
            + " that nothing else supersedes",
        refusal(
            journal,
            TIMES.proposedAt(),
            Meta.decision("c", Meta.block("facebook"), TIMES, Optional.of("a"))));
  }
}

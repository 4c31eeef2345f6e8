package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {
  private static final Timetable TIMES =
      Meta.times("2022-03-01T10:00", "2022-03-02T10:00", "2022-03-03T10:00", "2022-03-05T00:00");

  private static Decision decision(String id, Timetable times, Optional<String> supersedes) {
    return Meta.decision(id, Meta.block("facebook"), times, supersedes);
  }

  private static List<Entry> with(Entry... more) {
    List<Entry> all = new ArrayList<>(Meta.cases());
    all.add(decision("a", TIMES, Optional.empty()));
    all.addAll(List.of(more));
    return all;
  }

  private static String stateOfA(List<Entry> entries, String local) {
    return Journal.of(Meta.catalogue(), entries)
        .latest()
        .decisionState("a", moscow(local))
        .map(DecisionState::word)
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-03-01T09:59,none",
    "2022-03-01T10:00,proposed",
    "2022-03-02T10:00,taken",
    "2022-03-03T10:00,announced",
    "2022-03-04T23:59,announced",
    "2022-03-05T00:00,in force",
    "2032-03-05T00:00,in force"
  })
  void statesFollowTheTimetable(String local, String state) {
    assertEquals(state, stateOfA(with(), local));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-03-06T12:00,2022-03-06T11:59,in force",
    "2022-03-06T12:00,2022-03-06T12:00,lifted",
    "2022-03-04T12:00,2022-03-04T11:59,announced",
    "2022-03-04T12:00,2022-03-06T00:00,lifted"
  })
  void liftingEnds(String lifted, String local, String state) {
    Lifting lifting = new Lifting("a", "Roskomnadzor", "met", moscow(lifted));
    assertEquals(state, stateOfA(with(lifting), local));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-03-08T23:59,in force",
    "2022-03-09T00:00,superseded",
    "2022-03-20T00:00,superseded"
  })
  void aSuccessorInForceSupersedes(String local, String state) {
    assertEquals(state, stateOfA(with(successor()), local));
  }

  private static Decision successor() {
    return decision(
        "b",
        Meta.times("2022-03-06T10:00", "2022-03-06T10:00", "2022-03-06T10:00", "2022-03-09T00:00"),
        Optional.of("a"));
  }

  @Test
  void aSuccessorLiftedBeforeItIsInForceSupersedesNothing() {
    Lifting lifting = new Lifting("b", "Roskomnadzor", "met", moscow("2022-03-07T00:00"));
    assertEquals("in force", stateOfA(with(successor(), lifting), "2022-03-20T00:00"));
  }

  @Test
  void aLiftedSuccessorDoesNotBringTheFirstBack() {
    Lifting lifting = new Lifting("b", "Roskomnadzor", "met", moscow("2022-03-10T00:00"));
    assertEquals("superseded", stateOfA(with(successor(), lifting), "2022-03-20T00:00"));
  }

  @Test
  void theTermEndsIt() {
    Instant end = moscow("2022-03-07T00:00");
    Timetable times =
        new Timetable(
            TIMES.proposedAt(),
            TIMES.takenAt(),
            TIMES.announcedAt(),
            TIMES.inForceFrom(),
            Optional.of(end),
            Optional.empty());
    List<Entry> all = new ArrayList<>(Meta.cases());
    all.add(decision("a", times, Optional.empty()));
    assertEquals("in force", stateOfA(all, "2022-03-06T23:59"));
    assertEquals("lifted", stateOfA(all, "2022-03-07T00:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # proposed | taken | announced | in force | found | expected
          03T10 | 02T10 | 04T10 | 05T10 | from taken to proposed | announced after taken
          01T10 | 03T10 | 02T10 | 05T10 | from proposed to announced | taken after proposed
          01T10 | 02T10 | 05T10 | 04T10 | from taken to in force | announced after taken
          """)
  void illegalOrdersAreRefused(
      String proposed, String taken, String announced, String force, String found, String wanted) {
    Timetable times = Meta.times(local(proposed), local(taken), local(announced), local(force));
    RegistryException refused =
        assertThrows(RegistryException.class, () -> decision("a", times, Optional.empty()));
    assertTrue(refused.found().contains(found), refused.getMessage());
    assertEquals(wanted, refused.expected());
  }

  private static String local(String dayAndHour) {
    return "2022-03-" + dayAndHour + ":00";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2022-03-01T12:00 | from proposed to lifted | taken after proposed
          2022-03-02T12:00 | from taken to lifted | announced after taken
          2022-02-28T12:00 | to lifted | an instant not before its proposal
          2022-03-10T12:00 | from superseded to lifted | no further move: superseded is final
          """)
  void illegalLiftingsAreRefused(String at, String found, String wanted) {
    Lifting lifting = new Lifting("a", "Roskomnadzor", "why", moscow(at));
    Journal journal = Journal.of(Meta.catalogue(), with(successor()));
    RegistryException refused =
        assertThrows(
            RegistryException.class,
            () -> journal.append(moscow("2022-03-30T00:00"), "a test", lifting));
    assertTrue(refused.found().contains(found), refused.getMessage());
    assertTrue(refused.expected().startsWith(wanted), refused.getMessage());
  }

  @Test
  void everyStateIsReachedOrFinal() {
    for (DecisionState state : DecisionState.values()) {
      boolean last = state == DecisionState.LIFTED || state == DecisionState.SUPERSEDED;
      assertEquals(last, state.next().isEmpty(), state.word());
    }
  }

  /** Each stands in the place of the one before, and was in force before it: none ever was. */
  @ParameterizedTest
  @CsvSource({"50000, announced", "50001, superseded"})
  void aLongChainIsFollowed(int length, String state) {
    Journal journal = new Journal(Meta.catalogue());
    List<Entry> all = new ArrayList<>(Meta.cases());
    Instant end = moscow("2022-06-01T00:00");
    for (int i = 0; i <= length; i++) {
      Instant day = TIMES.announcedAt();
      Timetable times =
          new Timetable(day, day, day, end.minusSeconds(i), Optional.empty(), Optional.empty());
      String before = "chain-" + (i - 1);
      all.add(decision("chain-" + i, times, i == 0 ? Optional.empty() : Optional.of(before)));
    }
    long number = 0;
    for (Entry entry : all) {
      journal.restore(new Recorded<>(++number, TIMES.announcedAt(), "a test", entry));
    }
    Registry known = journal.latest();
    assertEquals(
        state,
        known.decisionState("chain-0", end.minusSeconds(1)).map(DecisionState::word).orElse(""));
  }
}

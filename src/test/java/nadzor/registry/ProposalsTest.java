package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions that are proposed, and taken or dismissed. */
class ProposalsTest {
  private static final Because BECAUSE = new Because("rule", List.of("fb-1"), List.of(), List.of());

  private static Instant day(int day) {
    return moscow("2022-04-01T00:00").plusSeconds(86_400L * day);
  }

  private static Proposed proposed(String id, int day) {
    return new Proposed(
        Meta.proposal(id, Meta.block("facebook"), Optional.empty()), BECAUSE, day(day));
  }

  private static Decision taken(String id, int day) {
    return Meta.proposal(id, Meta.block("facebook"), Optional.empty()).taken(day(day), BECAUSE);
  }

  private static Dismissal dismissed(String id, int day) {
    return new Dismissal(id, "A", "not enough", day(day));
  }

  private static Journal journal(Entry... more) {
    Journal journal = Journal.of(Meta.catalogue(), Meta.given());
    List.of(more).forEach(journal::append);
    return journal;
  }

  @ParameterizedTest
  @CsvSource({
    "0,",
    "1,p:pending",
    "2,p:dismissed q:pending",
    "3,p:dismissed q:taken",
    "4,p:dismissed q:taken p:pending"
  })
  void stateAtAnInstant(int day, String states) {
    Journal journal =
        journal(
            proposed("p", 1), proposed("q", 2), dismissed("p", 2), taken("q", 3), proposed("p", 4));
    List<String> found =
        journal.latest().proposals(day(day)).stream()
            .map(file -> file.proposed().entry().about() + ":" + file.state().word())
            .toList();
    assertEquals(Optional.ofNullable(states).orElse(""), String.join(" ", found));
  }

  @Test
  void anEarlierViewDoesNotKnowWhatBecameOfIt() {
    Journal journal = journal(proposed("p", 1), taken("p", 3));
    assertEquals(ProposalState.PENDING, journal.at(day(2)).proposals(day(9)).get(0).state());
    assertEquals(ProposalState.TAKEN, journal.at(day(3)).proposals(day(9)).get(0).state());
  }

  @Test
  void movesThatTheTableDoesNotHaveAreRefused() {
    assertEquals(
        "dismissal p: found the move from taken to dismissed at 2022-04-03T21:00:00Z, expected no"
            + " further move: taken is final",
        refusal(journal(proposed("p", 1), taken("p", 2)), dismissed("p", 3)));
    assertEquals(
        "dismissal p: found the move from dismissed to dismissed at 2022-04-03T21:00:00Z, expected"
            + " pending after dismissed",
        refusal(journal(proposed("p", 1), dismissed("p", 2)), dismissed("p", 3)));
    assertEquals(
        "decision p: found the move from dismissed to taken at 2022-04-03T21:00:00Z, expected"
            + " pending after dismissed",
        refusal(journal(proposed("p", 1), dismissed("p", 2)), taken("p", 3)));
    assertEquals(
        "proposal p: found the move from pending to pending at 2022-04-03T21:00:00Z, expected"
            + " dismissed or taken after pending",
        refusal(journal(proposed("p", 1)), proposed("p", 3)));
    assertEquals(
        "proposal p: found the id of a decision that is taken, expected an id of its own",
        refusal(journal(taken("p", 2)), proposed("p", 3)));
    assertEquals(
        "dismissal q: found proposal 'q', expected a known proposal (p)",
        refusal(journal(proposed("p", 1)), dismissed("q", 3)));
  }

  @Test
  void whatItNamesMustBeKnown() {
    Proposal other = Meta.proposal("p", Meta.block("example"), Optional.empty());
    assertEquals(
        "proposal p: found platform 'example', which case 'fb' does not reach, expected one of"
            + " facebook",
        refusal(journal(), new Proposed(other, BECAUSE, day(1))));
    Because unknown = new Because("rule", List.of("nosuch"), List.of(), List.of());
    Proposal fine = Meta.proposal("p", Meta.block("facebook"), Optional.empty());
    RegistryException refused =
        assertThrows(
            RegistryException.class, () -> journal().append(new Proposed(fine, unknown, day(1))));
    assertEquals("violation 'nosuch'", refused.found());
    Journal closed = journal(new CaseClosing("fb", day(1), "done"));
    assertEquals(
        "proposal p: found case 'fb', closed at 2022-04-01T21:00:00Z, expected an open case",
        refusal(closed, proposed("p", 2)));
  }

  @Test
  void aDecisionFitsItsProposal() {
    Decision elsewhere =
        Meta.decision(
            "p",
            Meta.block("facebook"),
            new Timetable(day(2), day(2), day(2), day(2), Optional.empty(), Optional.empty()),
            Optional.empty());
    assertEquals(
        "decision p: found case 'meta', expected case 'fb', in which this decision was proposed",
        refusal(journal(proposed("p", 1)), elsewhere));
    Journal journal = journal(proposed("p", 2));
    RegistryException early =
        assertThrows(
            RegistryException.class, () -> journal.append(day(3), "a test", taken("p", 1)));
    assertEquals("its being taken at 2022-04-01T21:00:00Z", early.found());
  }

  @Test
  void checkingRecordsNothing() {
    Journal journal = journal();
    int before = journal.entries().size();
    assertEquals(before + 1L, journal.check(day(1), "a test", proposed("p", 1)).number());
    assertEquals(before, journal.entries().size());
  }

  private static String refusal(Journal journal, Entry entry) {
    return String.valueOf(
        assertThrows(RegistryException.class, () -> journal.append(entry)).getMessage());
  }
}

package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
  private static final Journal STORY = Meta.story().journal();

  private static Register register(Instant at) {
    return Register.at(STORY.at(at), at);
  }

  private static List<String> rules(Register register) {
    return RegisterRules.rules(register).stream().map(Rule::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2022-02-25T18:59 | ''
          2022-02-25T19:00 | throttle *.fbcdn.net (fb-partial)
          2022-03-04T18:59 | throttle *.fbcdn.net (fb-partial)
          2022-03-04T19:00 | block .facebook.com (fb-full), block *.fbcdn.net (fb-full), block graph.facebook.com (fb-full)
          2022-03-13T23:59 | block .facebook.com (fb-full), block *.fbcdn.net (fb-full), block graph.facebook.com (fb-full)
          2022-03-14T00:00 | block .facebook.com (fb-full), block *.fbcdn.net (fb-full), block graph.facebook.com (fb-full), block .instagram.com (ig-full), block .cdninstagram.com (ig-full)
          """)
  void rulesAtAnInstant(String local, String expected) {
    assertEquals(expected, String.join(", ", rules(register(moscow(local)))));
  }

  @Test
  void aNetworkThatIsEarlyAppliesThePlan() {
    Registry known = STORY.at(moscow("2022-03-13T19:44"));
    assertEquals(3, RegisterRules.rules(Register.at(known, known.at())).size());
    assertEquals(5, RegisterRules.rules(Register.at(known, known.at().plusSeconds(18_000))).size());
    Registry before = STORY.at(moscow("2022-03-11T11:59"));
    assertEquals(3, RegisterRules.rules(Register.at(before, Meta.INSTAGRAM_BLOCKED)).size());
  }

  @Test
  void anEntryIsTracedToItsDecision() {
    RegisterEntry entry = register(Meta.BLOCKED).entries().get(0);
    assertEquals("fb-full", entry.decisionId());
    assertEquals("fb", entry.caseId());
    assertEquals(3, entry.entryType());
    assertEquals("domain", entry.blockType().word());
    assertEquals(Meta.BLOCKED, entry.includeTime());
    assertEquals(Meta.LAW_149, entry.legalBasis());
    assertEquals(
        new CitedDecision(LocalDate.of(2022, 2, 24), Optional.empty(), Meta.PROSECUTORS),
        entry.decision());
    assertEquals(entry.id(), register(Meta.INSTAGRAM_BLOCKED).entries().get(0).id());
  }

  @Test
  void theReasonCarriesTheStatement() {
    Reason reason = RegisterRules.rules(register(Meta.BLOCKED)).get(0).reason();
    assertTrue(reason.notice().startsWith(Statement.SIMULATION), reason.notice());
    List<Statement> published = Statements.upTo(STORY, Meta.BLOCKED);
    assertEquals(published.get(published.size() - 1).text(), reason.notice());
  }

  @Test
  void aCaseOnTheOperatorReachesAllItsPlatformsAndBothDecisionsStay() {
    List<Entry> all = new ArrayList<>(Meta.given());
    Order both = new Order(Measure.BLOCK, Set.of(Role.CDN), List.of("instagram", "facebook"));
    all.add(
        Meta.decision(
            "both",
            both,
            Meta.times(
                "2022-03-01T10:00", "2022-03-01T10:00", "2022-03-01T10:00", "2022-03-01T10:00"),
            Optional.empty()));
    Journal journal = Meta.policy().derive(Meta.catalogue(), all).journal();
    Instant at = moscow("2022-03-02T00:00");
    Register register = Register.at(journal.at(at), at);
    assertEquals(
        List.of(
            "throttle *.fbcdn.net (fb-partial)",
            "block .cdninstagram.com (both)",
            "block *.fbcdn.net (both)"),
        rules(register));
    assertEquals(3, register.entries().stream().map(RegisterEntry::id).distinct().count());
    Why why = Why.of(journal.at(at), at, DomainName.of("static.fbcdn.net"));
    assertEquals(
        List.of("fb-partial", "both"),
        why.holdings().stream().map(one -> one.decision().id()).toList());
  }

  @Test
  void aLiftedDecisionIsOut() {
    List<Entry> all = new ArrayList<>(Meta.given());
    all.add(new Lifting("fb-partial", "Roskomnadzor", "met", moscow("2022-02-27T00:00")));
    Journal journal = Meta.policy().derive(Meta.catalogue(), all).journal();
    Instant at = moscow("2022-02-27T00:00");
    assertEquals(List.of(), Register.at(journal.at(at), at).entries());
    Instant before = at.minusSeconds(1);
    assertEquals(1, Register.at(journal.at(before), before).entries().size());
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-26T00:00,www.facebook.com,'',0",
    "2022-02-26T00:00,static.fbcdn.net,fb-partial,23",
    "2022-03-04T20:00,www.facebook.com,fb-full,26",
    "2022-03-13T20:00,www.instagram.com,'',0",
    "2022-03-14T00:00,www.instagram.com,ig-full,1",
    "2022-03-14T00:00,example.org,'',0"
  })
  void whyANameIsHeld(String local, String name, String decisions, int violations) {
    Why why = Why.of(STORY.at(moscow(local)), moscow(local), DomainName.of(name));
    assertEquals(
        decisions,
        String.join(",", why.holdings().stream().map(one -> one.decision().id()).toList()));
    assertEquals(
        violations, why.holdings().stream().mapToInt(one -> one.violations().size()).sum());
    why.holdings().forEach(one -> assertEquals(one.decision().caseId(), one.caseFile().id()));
  }

  /** One on a platform named twice, with a term: both ways to the register tell the same of it. */
  @Test
  void aTermEndsAndATargetNamedTwiceIsHeldTwice() {
    Order twice =
        new Order(
            nadzor.blocklist.Measure.BLOCK, Set.of(Role.FRONT), List.of("facebook", "facebook"));
    Instant from = moscow("2022-03-20T10:00");
    Instant until = from.plusSeconds(3600);
    Timetable times = new Timetable(from, from, from, from, Optional.of(until), Optional.empty());
    List<Entry> all = new ArrayList<>(Meta.cases());
    all.add(Meta.decision("term", twice, times, Optional.empty()));
    Registry known = Journal.of(Meta.catalogue(), all).latest();
    Asked name = Asked.of("www.facebook.com");
    for (Instant at : List.of(from.minusNanos(1), from, until.minusNanos(1), until)) {
      boolean holds = !at.isBefore(from) && at.isBefore(until);
      assertEquals(holds ? 2 : 0, Register.at(known, at).entries().size(), at::toString);
      assertEquals(Register.at(known, at).entries(), Register.holding(known, at, name));
      assertEquals(Register.at(known, at).entries(), Register.of(known, at, "term"));
    }
  }
}

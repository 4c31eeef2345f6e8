package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that is asked while the registry lives, and rules on counts, periods and platforms. */
class LivePolicyTest {
  private static final Order ON_ITSELF =
      new Order(Measure.BLOCK, Set.of(Role.FRONT), List.of("{platform}"));

  private static Instant day(int day) {
    return moscow("2022-05-01T00:00").plus(Duration.ofDays(day));
  }

  private static Proposal template(String id) {
    return Meta.proposal(id, ON_ITSELF, Optional.empty())
        .filled(text -> text.equals("fb") ? "{case}" : text);
  }

  private static Policy policy(PolicyMode mode, Condition... conditions) {
    return new Policy(
        List.of(
            new PolicyRule(
                "every",
                Optional.empty(),
                List.of(conditions),
                Duration.ZERO,
                Optional.empty(),
                template("{platform}-{n}"),
                mode)));
  }

  private static Condition within(int atLeast, int days, String... kinds) {
    return new Condition.Violations(atLeast, Set.of(kinds), Optional.of(Duration.ofDays(days)));
  }

  private static Violation violation(String platform, int day) {
    return new Violation(
        platform + "-v" + day, platform, day(day), "kind-" + day % 2, "law", "text", "src", false);
  }

  private static Journal journal() {
    return Journal.of(Meta.catalogue(), Meta.cases());
  }

  private static List<String> due(Policy policy, Journal journal, Instant now) {
    return policy.due(journal.at(now), now).stream()
        .map(due -> due.entry().title() + " " + due.because().violations())
        .toList();
  }

  private static void record(Policy policy, Journal journal, Instant now) {
    policy.due(journal.latest(), now).forEach(due -> journal.append(now, "policy", due.entry()));
  }

  @Test
  void everyPlatformFiresByItself() {
    Journal journal = journal();
    Policy policy = policy(PolicyMode.PROPOSE, within(2, 30));
    journal.append(violation("facebook", 1));
    journal.append(violation("instagram", 2));
    assertEquals(List.of(), due(policy, journal, day(3)));
    journal.append(violation("instagram", 4));
    assertEquals(
        List.of("proposal instagram-1 [instagram-v2, instagram-v4]"), due(policy, journal, day(4)));
    record(policy, journal, day(4));
    journal.append(violation("facebook", 5));
    assertEquals(
        List.of("proposal facebook-1 [facebook-v1, facebook-v5]"), due(policy, journal, day(5)));
    Proposed proposed = journal.latest().proposal("instagram-1").orElseThrow().proposed().entry();
    assertEquals("meta", proposed.proposal().caseId());
    assertEquals(List.of("instagram"), proposed.proposal().order().targets());
  }

  @Test
  void whatIsProposedOrDismissedComesBackOnNewGroundsOnly() {
    Journal journal = journal();
    Policy policy = policy(PolicyMode.PROPOSE, within(2, 30));
    journal.append(violation("facebook", 1));
    journal.append(violation("facebook", 2));
    record(policy, journal, day(2));
    assertEquals(List.of(), due(policy, journal, day(2)));
    journal.append(violation("facebook", 3));
    assertEquals(List.of(), due(policy, journal, day(3)), "it waits");
    journal.append(new Dismissal("facebook-1", "A", "no", day(4)));
    assertEquals(
        List.of("proposal facebook-2 [facebook-v1, facebook-v2, facebook-v3]"),
        due(policy, journal, day(4)));
    record(policy, journal, day(4));
    journal.append(new Dismissal("facebook-2", "A", "no", day(5)));
    assertEquals(List.of(), due(policy, journal, day(6)), "nothing is new");
    assertEquals(RuleState.State.DONE, policy.explain(journal.latest(), day(6)).get(0).state());
    journal.append(violation("facebook", 7));
    assertEquals(1, due(policy, journal, day(7)).size());
  }

  @Test
  void whatIsTakenComesBackWhenItWasLifted() {
    Journal journal = journal();
    Policy policy = policy(PolicyMode.DECIDE, within(1, 30));
    journal.append(violation("facebook", 1));
    record(policy, journal, day(1));
    journal.append(violation("facebook", 2));
    assertEquals(List.of(), due(policy, journal, day(2)));
    assertEquals(
        List.of("decision 'facebook-1' stands"),
        policy.explain(journal.latest(), day(2)).get(0).why());
    journal.append(new Lifting("facebook-1", "A", "met", day(3)));
    assertEquals(
        List.of("decision facebook-2 [facebook-v1, facebook-v2]"), due(policy, journal, day(3)));
  }

  @ParameterizedTest
  @CsvSource({"1,2,3,3", "1,15,31,-1", "1,15,30,30", "20,25,26,26"})
  void onlyThePeriodCounts(int a, int b, int c, int fires) {
    Policy policy = policy(PolicyMode.DECIDE, within(3, 30));
    List<Entry> given = new ArrayList<>(Meta.cases());
    List.of(a, b, c).forEach(day -> given.add(violation("facebook", day)));
    List<Derivation.Firing> firings = policy.derive(Meta.catalogue(), given).firings();
    assertEquals(fires < 0 ? 0 : 1, firings.size());
    firings.forEach(one -> assertEquals(day(fires), one.at()));
  }

  @Test
  void onlyTheKindCounts() {
    Policy policy = policy(PolicyMode.DECIDE, within(2, 30, "kind-1"));
    Journal journal = journal();
    journal.append(violation("facebook", 1));
    journal.append(violation("facebook", 2));
    RuleState waiting = policy.explain(journal.latest(), day(2)).get(0);
    assertEquals(RuleState.State.WAITING, waiting.state());
    assertEquals(
        List.of("at least 2 violations (kind-1) by facebook within 30 days (1 recorded)"),
        waiting.why());
    journal.append(violation("facebook", 3));
    assertEquals(
        List.of("decision facebook-1 [facebook-v1, facebook-v3]"), due(policy, journal, day(3)));
  }

  @Test
  void ignoredDemandsCountByTheirAuthorAndUntilTheyAreMet() {
    Policy policy =
        policy(
            PolicyMode.PROPOSE,
            new Condition.DemandsIgnored(2, Set.of("A"), Optional.of(Duration.ofDays(10))));
    Journal journal = journal();
    for (String id : List.of("a1", "b1", "a2")) {
      String by = id.startsWith("a") ? "A" : "B";
      journal.append(new Demand(id, "fb", by, "do", day(1), Optional.of(day(3))));
    }
    assertEquals(Optional.of(day(3)), policy.next(journal.latest()));
    List<Due> due = policy.due(journal.latest(), day(3));
    assertEquals(List.of("a1", "a2"), due.get(0).because().demands());
    journal.append(new Answer("a2", DemandState.MET, day(2), "done"));
    assertEquals(Optional.empty(), policy.next(journal.latest()));
  }

  @Test
  void decisionsInForceCountByAuthorityAndMeasure() {
    Policy policy =
        policy(
            PolicyMode.PROPOSE,
            new Condition.DecisionsInForce(
                1, Set.of(Meta.PROSECUTORS), Optional.of(Measure.BLOCK)));
    Journal journal = journal();
    Timetable times =
        new Timetable(day(1), day(1), day(1), day(2), Optional.empty(), Optional.empty());
    journal.append(Meta.decision("t", Meta.throttle(), times, Optional.empty()));
    assertEquals(Optional.empty(), policy.next(journal.latest()));
    journal.append(Meta.decision("ig", Meta.block("instagram"), times, Optional.empty()));
    List<Due> due = policy.due(journal.latest(), day(2));
    assertEquals(1, due.size());
    assertEquals(List.of("ig"), due.get(0).because().decisions());
    assertEquals(day(2), due.get(0).at());
  }

  @Test
  void aLateQuestionIsAnsweredWithTheExactInstant() {
    List<Entry> given =
        Meta.given().stream().filter(entry -> entry.happenedAt().isBefore(Meta.THROTTLED)).toList();
    Registry known = Journal.of(Meta.catalogue(), given).latest();
    List<Due> due = Meta.policy().due(known, day(0));
    assertEquals(List.of(Meta.THROTTLED), due.stream().map(Due::at).toList());
    assertEquals(Optional.of(Meta.THROTTLED), Meta.policy().next(known));
    assertEquals(List.of(), Meta.policy().due(known, Meta.THROTTLED.minusSeconds(1)));
  }

  @Test
  void withoutAnOpenCaseItWaits() {
    Journal journal = new Journal(Meta.catalogue());
    Policy policy = policy(PolicyMode.PROPOSE, within(1, 30));
    journal.append(violation("example", 1));
    assertEquals(List.of(), due(policy, journal, day(1)));
    assertEquals(
        List.of("no open case on example"), policy.explain(journal.latest(), day(1)).get(0).why());
  }

  @Test
  void aRuleForEveryPlatformNeedsATemplate() {
    RegistryException refused =
        assertThrows(
            RegistryException.class,
            () ->
                new PolicyRule(
                    "r",
                    Optional.empty(),
                    List.of(within(1, 1)),
                    Duration.ZERO,
                    Optional.empty(),
                    template("one"),
                    PolicyMode.DECIDE));
    assertEquals("the decision 'one' for every platform", refused.found());
  }

  @Test
  void aReportTellsWhichRuleFiredOnWhichRecords() {
    PolicyReport report =
        PolicyReport.of(Meta.policy().derive(Meta.catalogue(), Meta.given("fb-26")));
    assertEquals(1, report.fired().size());
    PolicyReport.Fired fired = report.fired().get(0);
    assertEquals("partial", fired.due().rule().id());
    assertEquals(24, fired.records().size());
    assertEquals("demand demand-0224", fired.records().get(23).entry().title());
    assertEquals("full", report.waiting().get(0).rule().id());
  }
}

package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nadzor.blocklist.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
  private static Derivation derive(List<Entry> given) {
    return Meta.policy().derive(Meta.catalogue(), given);
  }

  private static List<Instant> instants(Derivation derivation) {
    return derivation.firings().stream().map(Derivation.Firing::at).toList();
  }

  @Test
  void twentyThreeThrottleAndTwentySixBlock() {
    Derivation derivation = derive(Meta.given());
    assertEquals(List.of(Meta.THROTTLED, Meta.BLOCKED), instants(derivation));
    Decision partial = derivation.firings().get(0).decision();
    assertEquals(
        new Order(Measure.THROTTLE, Meta.throttle().scope(), List.of("facebook")), partial.order());
    Decision full = derivation.firings().get(1).decision();
    assertEquals(Meta.block("facebook"), full.order());
    assertEquals(Optional.of("fb-partial"), full.supersedes());
    assertEquals(Meta.BLOCKED, full.timetable().inForceFrom());
  }

  @ParameterizedTest
  @CsvSource({
    "fb-1,2022-02-28T19:00",
    "fb-19,2022-02-28T19:00",
    "fb-23,2022-02-28T19:00",
    "fb-24,2022-02-25T19:00"
  })
  void oneViolationFewerDelaysTheFirstAndPreventsTheSecond(String without, String first) {
    Derivation derivation = derive(Meta.given(without));
    assertEquals(List.of(moscow(first)), instants(derivation));
    Derivation.Waiting waiting = derivation.waiting().get(0);
    assertEquals("full", waiting.rule().id());
    assertEquals(List.of("at least 26 violations by facebook (25 recorded)"), waiting.unmet());
  }

  @Test
  void aLateViolationDelaysTheSecond() {
    List<Entry> given = Meta.given("fb-26");
    given.add(Meta.violation(27, LocalDate.of(2022, 3, 9), "later", false));
    assertEquals(List.of(Meta.THROTTLED, moscow("2022-03-09T19:00")), instants(derive(given)));
  }

  @Test
  void everyDecisionSaysWhy() {
    Derivation derivation = derive(Meta.given());
    Because partial = derivation.firings().get(0).decision().because().orElseThrow();
    assertEquals("partial", partial.ruleId());
    assertEquals(23, partial.violations().size());
    assertEquals(List.of("demand-0224"), partial.demands());
    Because full = derivation.firings().get(1).decision().because().orElseThrow();
    assertEquals(26, full.violations().size());
    assertEquals(List.of("fb-partial"), full.decisions());
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() {
    List<Entry> shuffled = new ArrayList<>(Meta.given());
    Collections.shuffle(shuffled, new Random(7));
    List<Derivation.Firing> firings = derive(shuffled).firings();
    assertEquals(
        List.of(Meta.THROTTLED, Meta.BLOCKED),
        firings.stream().map(Derivation.Firing::at).toList());
  }

  @Test
  void aDemandMetInTimePreventsBoth() {
    List<Entry> given = Meta.given();
    given.add(new Answer("demand-0224", DemandState.MET, moscow("2022-02-24T22:00"), "lifted"));
    Derivation derivation = derive(given);
    assertEquals(List.of(), instants(derivation));
    assertEquals(
        List.of("demand 'demand-0224' ignored (met)"), derivation.waiting().get(0).unmet());
    assertEquals(
        List.of("decision 'fb-partial' in force (not taken)"), derivation.waiting().get(1).unmet());
  }

  @Test
  void aDemandWithoutATermIsIgnoredWhenAnAnswerSaysSo() {
    List<Entry> given = Meta.given();
    given.remove(Meta.demand());
    given.add(
        new Demand("demand-0224", "fb", "A", "lift", moscow("2022-02-24T18:00"), Optional.empty()));
    assertEquals(List.of(), instants(derive(given)));
    given.add(
        new Answer("demand-0224", DemandState.IGNORED, moscow("2022-02-25T20:30"), "refused"));
    assertEquals(List.of(moscow("2022-02-25T20:30"), Meta.BLOCKED), instants(derive(given)));
  }

  @Test
  void aRetractedViolationDoesNotCount() {
    List<Entry> given = Meta.given();
    given.add(new Retraction("fb-3", moscow("2022-02-25T12:00"), "recorded twice"));
    Derivation derivation = derive(given);
    assertEquals(List.of(moscow("2022-02-28T19:00")), instants(derivation));
    List<String> counted =
        derivation.firings().get(0).decision().because().orElseThrow().violations();
    assertTrue(!counted.contains("fb-3") && counted.contains("fb-24"), counted.toString());
  }

  @Test
  void whatIsRetractedLaterCountedBefore() {
    List<Entry> given = Meta.given();
    given.add(new Retraction("fb-3", moscow("2022-02-25T20:00"), "recorded twice"));
    assertEquals(List.of(Meta.THROTTLED), instants(derive(given)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,2022-02-25T19:00",
    "PT19H,2022-02-25T19:00",
    "PT19H1M,2022-02-25T19:01",
    "PT25H,2022-02-26T19:00"
  })
  void theDelayRunsFromTheLastCondition(Duration delay, String at) {
    PolicyRule rule = Meta.policy().rules().get(0);
    Policy policy =
        new Policy(
            List.of(
                new PolicyRule(
                    rule.id(),
                    Meta.FACEBOOK,
                    rule.conditions(),
                    delay,
                    rule.notBefore(),
                    rule.proposal())));
    assertEquals(List.of(moscow(at)), instants(policy.derive(Meta.catalogue(), Meta.given())));
  }

  @Test
  void aLiftedRestrictionIsNoMoreInForce() {
    List<Entry> given = Meta.given();
    given.add(new Lifting("fb-partial", "Roskomnadzor", "met", moscow("2022-03-04T18:59")));
    Derivation derivation = derive(given);
    assertEquals(List.of(Meta.THROTTLED), instants(derivation));
    assertEquals("full", derivation.waiting().get(0).rule().id());
    assertEquals(List.of(), derivation.waiting().get(0).unmet());
  }

  @Test
  void anOperatorsRuleCountsAllItsPlatforms() {
    Policy policy =
        new Policy(
            List.of(
                new PolicyRule(
                    "all",
                    Meta.OPERATOR,
                    List.of(new Condition.Violations(27)),
                    Duration.ZERO,
                    Optional.empty(),
                    Meta.proposal("fb-x", Meta.block("facebook"), Optional.empty()))));
    List<Entry> given = Meta.given();
    given.add(
        new Violation(
            "ig-1", "instagram", moscow("2022-03-11T09:00"), "kind", "", "text", "source", false));
    assertEquals(
        List.of(moscow("2022-03-11T09:00")), instants(policy.derive(Meta.catalogue(), given)));
  }

  static Stream<Arguments> wrongNames() {
    Proposal fine = Meta.proposal("d", Meta.throttle(), Optional.empty());
    Condition one = new Condition.Violations(1);
    return Stream.of(
        Arguments.of(
            new Condition.DemandIgnored("nosuch"),
            fine,
            "found demand 'nosuch', expected a known demand (demand-0224)"),
        Arguments.of(
            new Condition.InForce("nosuch"),
            fine,
            "found decision 'nosuch', expected a known decision (d)"),
        Arguments.of(
            new Condition.Violations(0), fine, "found at least 0 violations, expected 1 or more"),
        Arguments.of(
            one,
            Meta.proposal("d", Meta.block("nosuch"), Optional.empty()),
            "found platform 'nosuch', expected a known platform (facebook, instagram, example)"),
        Arguments.of(
            one,
            Meta.proposal("d", Meta.throttle(), Optional.of("nosuch")),
            "found decision 'nosuch', expected a known decision (d)"));
  }

  @ParameterizedTest
  @MethodSource("wrongNames")
  void aRuleThatNamesNothingIsRefused(Condition condition, Proposal proposal, String message) {
    Policy policy = new Policy(List.of(Meta.rule("r", List.of(condition), proposal)));
    RegistryException refused =
        assertThrows(RegistryException.class, () -> policy.derive(Meta.catalogue(), Meta.given()));
    assertEquals("policy rule r: " + message, refused.getMessage());
  }
}

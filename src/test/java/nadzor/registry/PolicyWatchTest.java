package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept from one question to the next answers as asking anew does. */
class PolicyWatchTest {
  private static final Instant START = moscow("2022-05-01T00:00");
  private static final List<String> PLATFORMS = List.of("facebook", "instagram", "example");

  private static PolicyRule rule(String id, Duration delay, Condition... conditions) {
    Order order =
        new Order(nadzor.blocklist.Measure.BLOCK, Set.of(Role.FRONT), List.of("{platform}"));
    return new PolicyRule(
        id,
        Optional.empty(),
        List.of(conditions),
        delay,
        Optional.empty(),
        Meta.proposal("{platform}-" + id + "-{n}", order, Optional.empty())
            .filled(text -> text.equals("fb") ? "{case}" : text),
        PolicyMode.PROPOSE);
  }

  private static Condition violations(int atLeast, int days) {
    return new Condition.Violations(atLeast, Set.of(), Optional.of(Duration.ofDays(days)));
  }

  private static Policy policy() {
    return new Policy(
        List.of(
            rule("few", Duration.ZERO, violations(3, 20)),
            rule("later", Duration.ofDays(2), violations(2, 30)),
            rule(
                "asked", Duration.ZERO, new Condition.DemandIgnored("demand-9"), violations(1, 99)),
            rule(
                "any",
                Duration.ZERO,
                new Condition.DemandsIgnored(2, Set.of(), Optional.empty()))));
  }

  /** Something of any kind that fits, or nothing. */
  private static Optional<Entry> some(Random random, int i, Registry known, Instant now) {
    String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    String caseId = random.nextBoolean() ? "fb" : "meta";
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          Optional.of(
              new Violation("w-" + i, platform, now, "kind", "law", "text", "source", false));
      case 3, 4 ->
          Optional.of(
              new Demand(
                  "demand-" + i, caseId, "A", "do", now, Optional.of(now.plusSeconds(90_000))));
      case 5 -> last(known.demands()).map(one -> new Answer(one.id(), DemandState.MET, now, "yes"));
      case 6 ->
          known.proposals(Instant.MAX).stream()
              .filter(file -> file.state() == ProposalState.PENDING)
              .map(file -> file.proposed().entry())
              .<Entry>map(
                  one ->
                      random.nextBoolean()
                          ? new Dismissal(one.about(), "A", "no", now)
                          : one.proposal().taken(now, one.because()))
              .findFirst();
      default -> last(known.decisions()).map(one -> new Lifting(one.id(), "A", "done", now));
    };
  }

  private static <T> Optional<T> last(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void answersAsAskingAnewDoes(long seed) {
    Random random = new Random(seed);
    Policy policy = policy();
    PolicyWatch watch = new PolicyWatch(policy);
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    int fired = 0;
    for (int i = 0; i < 120; i++) {
      Instant now = START.plus(Duration.ofHours(7L * i));
      Registry known = journal.latest();
      Optional<Due> due = policy.due(known, now).stream().findFirst();
      assertEquals(due.map(Due::at), watch.due(known, now).map(Due::at), "after " + i);
      assertEquals(due.map(Due::rule), watch.due(known, now).map(Due::rule), "after " + i);
      if (due.isPresent()) {
        journal.append(now, "policy", watch.due(known, now).orElseThrow().entry());
        fired++;
      } else {
        assertEquals(policy.next(known), watch.next(known), "after " + i);
        record(journal, some(random, i, known, now), now);
      }
      assertEquals(policy.subjects(journal.latest()).count(), watch.size(journal.latest()));
    }
    assertTrue(fired > 3, fired + " fired");
  }

  private static void record(Journal journal, Optional<Entry> entry, Instant now) {
    try {
      entry.ifPresent(one -> journal.append(now, "a test", one));
    } catch (RegistryException e) {
      return; // such as a second answer: it is not recorded
    }
  }

  @Test
  void anotherJournalIsAnotherAnswer() {
    Policy policy = policy();
    PolicyWatch watch = new PolicyWatch(policy);
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    List<Entry> three = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      three.add(new Violation("w-" + i, "facebook", START, "kind", "law", "text", "source", false));
    }
    three.forEach(journal::append);
    assertEquals(Optional.of(START), watch.due(journal.latest(), START).map(Due::at));
    Journal other = Journal.of(Meta.catalogue(), Meta.cases());
    watch.forget();
    assertEquals(Optional.empty(), watch.due(other.latest(), START));
  }
}

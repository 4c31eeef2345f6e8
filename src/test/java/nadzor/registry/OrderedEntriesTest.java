package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.blocklist.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes and goes makes the one list of rules the other. */
class OrderedEntriesTest {
  private static final Instant START = moscow("2022-05-01T00:00");

  private static OrderedEntries at(Registry known, Instant when) {
    return new OrderedEntries(known, EntryNumbers.at(known, when));
  }

  private static Set<Rule> rules(OrderedEntries ordered) {
    return ordered.rules().collect(Collectors.toSet());
  }

  /** How many decisions differ, which is what a bound is compared with. */
  private static boolean changes(OrderedEntries before, OrderedEntries after) {
    Set<Rule> rules = new HashSet<>(rules(before));
    RuleDelta delta = after.since(before, Integer.MAX_VALUE).orElseThrow();
    assertTrue(rules.containsAll(delta.removed()));
    rules.removeAll(delta.removed());
    delta.added().forEach(rule -> assertTrue(rules.add(rule), () -> rule + " stood already"));
    assertEquals(rules(after), rules);
    return !delta.isEmpty();
  }

  /** Of a growing journal, of what was known earlier, and of what is only tried. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyTwoOfOneJournal(long seed) {
    Random random = new Random(seed);
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    List<OrderedEntries> all = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Instant now = START.plus(Duration.ofHours(5L * i));
      boolean unused =
          SomeRecords.record(journal, SomeRecords.any(random, i, journal.latest(), now), now);
      Instant at = START.plus(Duration.ofHours(random.nextInt(5 * i + 100)));
      if (i % 5 == 0) {
        all.add(at(journal.latest(), at));
        all.add(at(journal.at(START.plus(Duration.ofHours(random.nextInt(5 * i + 10)))), at));
      }
    }
    Journal fork = journal.fork();
    Instant now = START.plus(Duration.ofHours(5L * 150));
    for (int k = 0; k < 15; k++) {
      boolean unused =
          SomeRecords.record(fork, SomeRecords.any(random, 1000 + k, fork.latest(), now), now);
    }
    all.add(at(fork.latest(), now));
    int changed = 0;
    for (OrderedEntries before : all) {
      for (OrderedEntries after : all) {
        changed += changes(before, after) ? 1 : 0;
      }
    }
    assertTrue(changed > all.size(), changed + " changes");
  }

  @Test
  void aBoundIsKept() {
    Registry known = Meta.story().journal().latest();
    OrderedEntries before = at(known, Meta.THROTTLED);
    OrderedEntries after = at(known, Meta.INSTAGRAM_BLOCKED);
    assertEquals(Optional.empty(), after.since(before, 1), "three decisions come or go");
    assertTrue(after.since(before, 3).isPresent());
    assertTrue(before.since(before, 0).orElseThrow().isEmpty());
  }

  @Test
  void twoJournalsHaveNothingInCommon() {
    OrderedEntries one = at(Meta.story().journal().latest(), Meta.BLOCKED);
    OrderedEntries other = at(Meta.story().journal().latest(), Meta.BLOCKED);
    assertEquals(Optional.empty(), one.since(other, Integer.MAX_VALUE));
  }

  @Test
  void fromNothingAllComes() {
    Journal journal = new Journal(Meta.catalogue());
    OrderedEntries nothing = at(journal.latest(), Meta.BLOCKED);
    Meta.story()
        .journal()
        .entries()
        .forEach(one -> journal.append(one.at(), one.by(), one.entry()));
    OrderedEntries all = at(journal.latest(), Meta.BLOCKED);
    RuleDelta delta = all.since(nothing, Integer.MAX_VALUE).orElseThrow();
    assertEquals(all.rules().toList(), delta.added());
    assertEquals(List.of(), delta.removed());
  }
}

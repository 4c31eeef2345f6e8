package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nadzor.blocklist.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in rows as the books grow tells what a look at each thing tells. */
class TallyTest {
  private static final Instant START = moscow("2022-05-01T00:00");

  private static Tally counted(Registry known, Instant at) {
    List<RegisterEntry> entries = inForce(known, at);
    return new Tally(
        known.catalogue().operators().size(),
        known.catalogue().platforms().size(),
        count(known.cases().stream().map(one -> known.caseState(one.id(), at)), CaseState.OPEN),
        count(
            known.demands().stream().map(one -> known.demandState(one.id(), at)), DemandState.OPEN),
        count(
            known.proposals(at).stream().map(one -> Optional.of(one.state())),
            ProposalState.PENDING),
        (int) entries.stream().map(RegisterEntry::decisionId).distinct().count(),
        entries.size());
  }

  private static <S> int count(Stream<Optional<S>> states, S wanted) {
    return (int) states.filter(one -> one.equals(Optional.of(wanted))).count();
  }

  private static List<RegisterEntry> inForce(Registry known, Instant at) {
    return known.decisions().stream()
        .flatMap(one -> Register.of(known, at, one.id()).stream())
        .toList();
  }

  private static void check(Registry known, Instant at) {
    String where = "of " + known.limit() + " records at " + at;
    assertEquals(counted(known, at), Tally.of(known, at), where);
    assertEquals(ids(inForce(known, at)), ids(Register.at(known, at).entries()), where);
    for (Measure measure : Measure.values()) {
      List<RegisterEntry> all = inForce(known, at);
      all = all.stream().filter(one -> one.measure() == measure).toList();
      assertEquals(ids(all), ids(Register.entries(known, at, Optional.of(measure))), where);
    }
    Decisions decisions = new Decisions(known);
    for (DecisionState state : DecisionState.values()) {
      List<Decision> all = new ArrayList<>(known.decisions());
      all.removeIf(one -> !known.decisionState(one.id(), at).equals(Optional.of(state)));
      assertEquals(all, decisions.inState(Optional.of(state), at).entries(), state + " " + where);
    }
    List<String> unsettled = known.unsettled(at);
    for (Decision decision : known.decisions()) {
      boolean moves = known.moves(decision.id()).stream().anyMatch(move -> move.at().isAfter(at));
      assertTrue(!moves || unsettled.contains(decision.id()), decision.id() + " " + where);
    }
    Statements said = new Statements(known, Language.ENGLISH);
    List<Statement> all = Lists.reverse(said.between(Instant.MIN, at));
    assertEquals(all.size(), said.newest(at, 0, 5).total(), where);
    int from = Math.min(2, all.size());
    assertEquals(
        all.subList(from, Math.min(7, all.size())), said.newest(at, 2, 5).statements(), where);
  }

  private static List<Long> ids(List<RegisterEntry> entries) {
    return entries.stream().map(RegisterEntry::id).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rowsTellWhatALookAtEachTells(long seed) {
    Random random = new Random(seed);
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    int refused = 0;
    for (int i = 0; i < 120; i++) {
      Instant now = START.plus(Duration.ofHours(5L * i));
      refused +=
          SomeRecords.record(journal, SomeRecords.any(random, i, journal.latest(), now), now)
              ? 0
              : 1;
      Instant at = START.plus(Duration.ofHours(random.nextInt(5 * i + 100)));
      if (i % 3 == 0) {
        check(journal.latest(), at);
        check(journal.at(START.plus(Duration.ofHours(random.nextInt(5 * i + 10)))), at);
      }
      if (i % 30 == 29) {
        Journal fork = journal.fork();
        for (int k = 0; k < 10; k++) {
          SomeRecords.record(fork, SomeRecords.any(random, 1000 + k, fork.latest(), now), now);
        }
        check(fork.latest(), at);
        check(fork.at(now.minusSeconds(40_000)), at);
        check(journal.latest(), at);
      }
    }
    assertTrue(refused < 60, refused + " refused");
  }
}

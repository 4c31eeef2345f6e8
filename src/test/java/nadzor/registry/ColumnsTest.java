package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What columns of numbers tell is what the whole life of each thing tells, whatever was asked. */
class ColumnsTest {
  private static final Instant START = moscow("2022-03-20T10:00");

  private static Timetable times(int hour, Optional<Instant> until) {
    Instant at = hour(hour);
    return new Timetable(at, at, at, at.plusSeconds(1800), until, Optional.empty());
  }

  private static Instant hour(int hour) {
    return START.plusSeconds(3600L * hour);
  }

  private static Decision decision(String id, Timetable times, Optional<String> supersedes) {
    Order order =
        new Order(
            nadzor.blocklist.Measure.THROTTLE, Set.of(Role.FRONT), List.of("facebook", "facebook"));
    return Meta.decision(id, order, times, supersedes);
  }

  /** Terms, liftings, a chain of successors of which the middle one is lifted before it binds. */
  private static Journal journal() {
    List<Entry> all = new ArrayList<>(Meta.cases());
    all.add(decision("term", times(0, Optional.of(hour(4))), Optional.empty()));
    all.add(
        decision(
            "far", times(0, Optional.of(Instant.parse("2999-01-01T00:00:00Z"))), Optional.empty()));
    all.add(decision("first", times(1, Optional.empty()), Optional.empty()));
    all.add(decision("second", times(3, Optional.empty()), Optional.of("first")));
    all.add(new Lifting("second", "A", "mistaken", hour(3).plusSeconds(60)));
    all.add(decision("third", times(5, Optional.empty()), Optional.of("first")));
    all.add(new Lifting("third", "A", "settled", hour(8)));
    all.add(new Lifting("far", "A", "settled", hour(9)));
    String caseId = decision("any", times(0, Optional.empty()), Optional.empty()).caseId();
    all.add(new Demand("ask", caseId, "A", "explain", hour(1), Optional.of(hour(6))));
    all.add(new Demand("more", caseId, "A", "explain", hour(2), Optional.empty()));
    all.add(new Answer("more", DemandState.MET, hour(7), "done"));
    return Journal.of(Meta.catalogue(), all);
  }

  private static List<Instant> instants() {
    List<Instant> all =
        new ArrayList<>(List.of(Instant.EPOCH, Instant.parse("2999-06-01T00:00:00Z")));
    for (int half = 0; half < 24; half++) {
      all.add(START.plusSeconds(1800L * half).minusNanos(1));
      all.add(START.plusSeconds(1800L * half));
    }
    return all;
  }

  private static void check(Registry known, Instant at) {
    Decisions decisions = new Decisions(known);
    for (DecisionState state : DecisionState.values()) {
      assertEquals(
          wanted(known, at, Optional.of(state)),
          decisions.inState(Optional.of(state), at).entries());
    }
    assertEquals(
        wanted(known, at, Optional.empty()), decisions.inState(Optional.empty(), at).entries());
    List<RegisterEntry> entries = Register.at(known, at).entries();
    assertEquals(entriesOneByOne(known, at), entries);
    Tally tally = Tally.of(known, at);
    assertEquals(entries.size(), tally.registerEntries());
    assertEquals(wanted(known, at, Optional.of(DecisionState.IN_FORCE)).size(), tally.inForce());
    assertEquals(
        known.demands().stream()
            .filter(one -> known.demandState(one.id(), at).equals(Optional.of(DemandState.OPEN)))
            .count(),
        tally.openDemands());
    assertEquals(
        known.cases().stream()
            .filter(one -> known.caseState(one.id(), at).equals(Optional.of(CaseState.OPEN)))
            .count(),
        tally.openCases());
    assertEquals(
        known.proposals(at).stream().filter(one -> one.state() == ProposalState.PENDING).count(),
        tally.openProposals());
    checkStatements(known, at);
  }

  private static List<Decision> wanted(Registry known, Instant at, Optional<DecisionState> state) {
    return known.decisions().stream()
        .filter(one -> known.lives().of(one).stateAt(at).equals(state))
        .toList();
  }

  private static List<RegisterEntry> entriesOneByOne(Registry known, Instant at) {
    return known.decisions().stream()
        .flatMap(one -> Register.of(known, at, one.id()).stream())
        .toList();
  }

  private static void checkStatements(Registry known, Instant at) {
    Statements statements = new Statements(known, Language.ENGLISH);
    List<Statement> all = new ArrayList<>(statements.between(Instant.MIN, at));
    Collections.reverse(all);
    for (int from = 0; from <= all.size(); from += 2) {
      Published some = statements.newest(at, from, 2);
      assertEquals(all.size(), some.total());
      assertEquals(all.subList(from, Math.min(from + 2, all.size())), some.statements());
    }
  }

  @Test
  void columnsTellWhatLivesTellHoweverTheyWereFilled() {
    for (Journal journal : Arrays.asList(journal(), Meta.story().journal())) {
      List<Recorded<?>> entries = journal.entries();
      for (Recorded<?> last : entries) {
        Registry known = journal.at(last.at());
        for (Instant at : instants()) {
          check(known, at);
        }
      }
      check(journal.at(entries.get(entries.size() / 2).at()), hour(5));
    }
  }

  @Test
  void aForkGoesOnFromWhatItsParentKnew() {
    Journal parent = journal();
    check(parent.latest(), hour(10));
    Journal fork = parent.fork();
    parent.append(decision("later", times(10, Optional.empty()), Optional.empty()));
    check(parent.latest(), hour(12));
    fork.append(decision("other", times(10, Optional.of(hour(11))), Optional.empty()));
    for (Instant at : instants()) {
      check(fork.latest(), at);
    }
    assertEquals(0, new Decisions(fork.latest()).by("nobody").size());
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** When conditions hold, as far as a registry knows and if nothing more is recorded. */
record ConditionSpans(Registry registry, Subject subject) implements Condition.Visitor<List<Span>> {
  @Override
  public List<Span> violations(Condition.Violations condition) {
    NavigableMap<Instant, Integer> counts = counts();
    return Span.where(counts.navigableKeySet(), at -> counted(counts, at) >= condition.atLeast());
  }

  private static int counted(NavigableMap<Instant, Integer> counts, Instant at) {
    return Optional.ofNullable(counts.get(at)).orElse(0);
  }

  /** How many violations count from each instant on at which that changes. */
  private NavigableMap<Instant, Integer> counts() {
    NavigableMap<Instant, Integer> counts = new TreeMap<>();
    Books books = registry.books();
    for (Recorded<Violation> violation :
        registry.recordedViolations(registry.idsReached(subject))) {
      counts.merge(violation.at(), 1, Integer::sum);
      books
          .retractions
          .find(violation.entry().id(), registry.limit())
          .ifPresent(retraction -> counts.merge(retraction.at(), -1, Integer::sum));
    }
    int count = 0;
    for (Map.Entry<Instant, Integer> change : counts.entrySet()) {
      count += change.getValue();
      change.setValue(count);
    }
    return counts;
  }

  @Override
  public List<Span> demandIgnored(Condition.DemandIgnored condition) {
    String id = condition.demandId();
    Stream<Instant> term = registry.demand(id).flatMap(Demand::until).stream();
    Stream<Instant> answers =
        registry.answers(id).stream().map(Answer::answeredAt);
    return Span.where(
        new TreeSet<>(Stream.concat(term, answers).toList()),
        at -> registry.demandState(id, at).filter(DemandState.IGNORED::equals).isPresent());
  }

  @Override
  public List<Span> inForce(Condition.InForce condition) {
    String id = condition.decisionId();
    return Span.where(
        new TreeSet<>(registry.moves(id).stream().map(Move::at).toList()),
        at -> registry.decisionState(id, at).filter(DecisionState.IN_FORCE::equals).isPresent());
  }
}

package nadzor.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What counts for conditions, and when, as far as a registry knows. */
record ConditionGrounds(Registry registry, Subject subject)
    implements Condition.Visitor<List<Ground>> {
  @Override
  public List<Ground> violations(Condition.Violations condition) {
    List<Ground> grounds = new ArrayList<>();
    for (Recorded<Violation> recorded : registry.recordedViolations(registry.idsReached(subject))) {
      Violation violation = recorded.entry();
      if (isOneOf(condition.kinds(), violation.breach())) {
        Instant end = earlier(after(violation.at(), condition.within()), retractedAt(violation));
        add(grounds, violation.id(), recorded.at(), end);
      }
    }
    return grounds;
  }

  private static boolean isOneOf(Set<String> some, String one) {
    return some.isEmpty() || some.contains(one);
  }

  private static void add(List<Ground> grounds, String id, Instant from, Instant to) {
    if (from.isBefore(to)) {
      grounds.add(new Ground(id, new Span(from, to)));
    }
  }

  private Instant retractedAt(Violation violation) {
    return registry
        .books()
        .retractions
        .find(violation.id(), registry.limit())
        .map(Recorded::at)
        .orElse(Instant.MAX);
  }

  private static Instant after(Instant from, Optional<Duration> within) {
    return within.map(from::plus).orElse(Instant.MAX);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public List<Ground> demandIgnored(Condition.DemandIgnored condition) {
    return ignored(condition.demandId(), Optional.empty());
  }

  @Override
  public List<Ground> demandsIgnored(Condition.DemandsIgnored condition) {
    return cases()
        .flatMap(file -> registry.demandsIn(file.id()).stream())
        .filter(demand -> isOneOf(condition.by(), demand.by()))
        .flatMap(demand -> ignored(demand.id(), condition.within()).stream())
        .toList();
  }

  private Stream<CaseFile> cases() {
    return registry.catalogue().reach(subject).stream()
        .flatMap(platform -> registry.casesOn(platform).stream())
        .distinct();
  }

  private List<Ground> ignored(String id, Optional<Duration> within) {
    Stream<Instant> term = registry.demand(id).flatMap(Demand::until).stream();
    Stream<Instant> answers = registry.answers(id).stream().map(Answer::answeredAt);
    List<Ground> grounds = new ArrayList<>();
    Span.where(
            new TreeSet<>(Stream.concat(term, answers).toList()),
            at -> registry.demandState(id, at).filter(DemandState.IGNORED::equals).isPresent())
        .forEach(
            span -> add(grounds, id, span.from(), earlier(span.to(), after(span.from(), within))));
    return grounds;
  }

  @Override
  public List<Ground> inForce(Condition.InForce condition) {
    return registry.decision(condition.decisionId()).stream()
        .flatMap(decision -> inForce(decision).stream())
        .toList();
  }

  @Override
  public List<Ground> decisionsInForce(Condition.DecisionsInForce condition) {
    return registry.idsReached(subject).stream()
        .flatMap(id -> registry.decisionsOn(id).stream())
        .distinct()
        .filter(decision -> isOneOf(condition.by(), decision.authority()))
        .filter(
            decision ->
                condition.measure().filter(one -> one != decision.order().measure()).isEmpty())
        .flatMap(decision -> inForce(decision).stream())
        .sorted(Comparator.comparing(ground -> ground.span().from()))
        .toList();
  }

  private List<Ground> inForce(Decision decision) {
    return Span.where(
            new TreeSet<>(registry.moves(decision.id()).stream().map(Move::at).toList()),
            at ->
                registry
                    .decisionState(decision.id(), at)
                    .filter(DecisionState.IN_FORCE::equals)
                    .isPresent())
        .stream()
        .map(span -> new Ground(decision.id(), span))
        .toList();
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One policy rule on one subject, against what a registry knows. */
final class Trigger {
  private final RuleOn on;
  private final Registry registry;
  private final List<List<Ground>> grounds;

  Trigger(RuleOn on, Registry registry) {
    this.on = on;
    this.registry = registry;
    ConditionGrounds counted = new ConditionGrounds(registry, on.subject());
    this.grounds =
        on.rule().conditions().stream().map(condition -> condition.accept(counted)).toList();
  }

  RuleOn on() {
    return on;
  }

  /**
   * The earliest instant not before the floor at which the rule fires, if nothing changes: all
   * conditions hold, nothing that it made before stands, and there are new grounds.
   */
  Optional<Instant> earliest(Instant floor) {
    List<Span> spans = together();
    if (spans.isEmpty() || isSpent()) {
      return Optional.empty();
    }
    RuleOn.History history = on.history(registry);
    for (Instant from : floors(history, floor)) {
      Optional<Instant> at = from(spans, from);
      if (at.isEmpty()) {
        return at;
      }
      if (history.standing(at.get()).isEmpty() && history.isNew(because(at.get()))) {
        return on.proposal(registry, at.get()).map(proposal -> at.get());
      }
    }
    return Optional.empty();
  }

  /** A decision of a fixed id is taken once. */
  boolean isSpent() {
    return on.proposal(registry, registry.at())
        .filter(proposal -> registry.decision(proposal.decisionId()).isPresent())
        .isPresent();
  }

  private List<Span> together() {
    List<Span> spans = List.of(Span.ALWAYS);
    for (int i = 0; i < grounds.size(); i++) {
      spans = Span.both(spans, holds(i));
    }
    return spans;
  }

  private List<Span> holds(int condition) {
    return Ground.together(on.rule().conditions().get(condition).atLeast(), grounds.get(condition));
  }

  /** Instants from which on the answer may be another. */
  private SortedSet<Instant> floors(RuleOn.History history, Instant floor) {
    SortedSet<Instant> floors = new TreeSet<>();
    floors.add(floor);
    if (history.proposed().isEmpty() && history.decided().isEmpty()) {
      return floors;
    }
    grounds.forEach(some -> some.forEach(ground -> floors.add(ground.span().from())));
    history
        .decided()
        .forEach(one -> registry.moves(one.id()).forEach(move -> floors.add(move.at())));
    return floors.tailSet(floor);
  }

  private Optional<Instant> from(List<Span> spans, Instant floor) {
    return spans.stream().flatMap(span -> within(span, floor).stream()).findFirst();
  }

  private Optional<Instant> within(Span span, Instant floor) {
    Instant due = span.from().plus(on.rule().delay());
    Instant start = due.isBefore(floor) ? floor : due;
    Instant at = on.rule().notBefore().map(time -> time.next(start)).orElse(start);
    return Optional.of(at).filter(instant -> instant.isBefore(span.to()));
  }

  /** What the rule rests on at that instant. */
  Because because(Instant at) {
    Set<String> violations = new LinkedHashSet<>();
    Set<String> demands = new LinkedHashSet<>();
    Set<String> decisions = new LinkedHashSet<>();
    for (int i = 0; i < grounds.size(); i++) {
      Condition condition = on.rule().conditions().get(i);
      Set<String> ids =
          condition instanceof Condition.Violations
              ? violations
              : condition instanceof Condition.InForce
                      || condition instanceof Condition.DecisionsInForce
                  ? decisions
                  : demands;
      grounds.get(i).stream()
          .filter(ground -> ground.countsAt(at))
          .map(Ground::id)
          .forEach(ids::add);
    }
    return new Because(
        on.rule().id(), List.copyOf(violations), List.copyOf(demands), List.copyOf(decisions));
  }

  /** The conditions that never hold, as far as is known, in words. */
  List<String> unmet() {
    List<String> unmet = new ArrayList<>();
    for (int i = 0; i < grounds.size(); i++) {
      if (holds(i).isEmpty()) {
        unmet.add(on.rule().conditions().get(i).accept(new ConditionWords(registry, on.subject())));
      }
    }
    return unmet;
  }

  /** The conditions that do not hold at that instant, in words; the registry's is at hand. */
  List<String> unmetAt(Instant at) {
    List<String> unmet = new ArrayList<>();
    for (int i = 0; i < grounds.size(); i++) {
      boolean held = holds(i).stream().anyMatch(span -> new Ground("", span).countsAt(at));
      if (!held) {
        unmet.add(on.rule().conditions().get(i).accept(new ConditionWords(registry, on.subject())));
      }
    }
    return unmet;
  }

  /** What it would record at that instant. */
  Due due(Instant at) {
    Because because = because(at);
    Proposal proposal = on.proposal(registry, at).orElseThrow();
    Entry entry =
        on.rule().mode() == PolicyMode.PROPOSE
            ? new Proposed(proposal, because, at)
            : proposal.taken(at, because);
    return new Due(on.rule(), on.subject(), at, because, proposal, entry);
  }
}

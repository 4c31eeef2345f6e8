package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One policy rule against what a registry knows. */
record Trigger(PolicyRule rule, Registry registry) {
  /** The earliest instant not before the floor at which the rule fires, if nothing changes. */
  Optional<Instant> earliest(Instant floor) {
    List<Span> spans = List.of(Span.ALWAYS);
    for (Condition condition : rule.conditions()) {
      spans = Span.both(spans, holds(condition));
    }
    return spans.stream().flatMap(span -> within(span, floor).stream()).findFirst();
  }

  private List<Span> holds(Condition condition) {
    return condition.accept(new ConditionSpans(registry, rule.subject()));
  }

  private Optional<Instant> within(Span span, Instant floor) {
    Instant due = span.from().plus(rule.delay());
    Instant start = due.isBefore(floor) ? floor : due;
    Instant at = rule.notBefore().map(time -> time.next(start)).orElse(start);
    return Optional.of(at).filter(instant -> instant.isBefore(span.to()));
  }

  /** What the rule rests on at that instant. */
  Because because(Instant at) {
    List<String> violations = new ArrayList<>();
    List<String> demands = new ArrayList<>();
    List<String> decisions = new ArrayList<>();
    for (Condition condition : rule.conditions()) {
      if (condition instanceof Condition.Violations) {
        registry.violations(rule.subject(), at).forEach(one -> violations.add(one.id()));
      } else if (condition instanceof Condition.DemandIgnored ignored) {
        demands.add(ignored.demandId());
      } else if (condition instanceof Condition.InForce inForce) {
        decisions.add(inForce.decisionId());
      }
    }
    return new Because(rule.id(), violations, demands, decisions);
  }

  /** The conditions that never hold, as far as is known, in words. */
  List<String> unmet() {
    return rule.conditions().stream()
        .filter(condition -> holds(condition).isEmpty())
        .map(condition -> condition.accept(new ConditionWords(registry, rule.subject())))
        .toList();
  }
}

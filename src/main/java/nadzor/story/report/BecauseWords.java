package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Because;
import nadzor.registry.Condition;
import nadzor.registry.Decision;
import nadzor.registry.Derivation;
import nadzor.registry.PolicyRule;
import nadzor.registry.Subject;

/** Why a decision was taken: the rule that fired with what it found, or that it was given. */
record BecauseWords(Played played, Decision decision) {
  Html html() {
    return decision
        .because()
        .map(this::because)
        .orElse(Html.text("given in the scenario, not derived"));
  }

  private Html because(Because because) {
    Html rule =
        Html.all(
            Html.text("policy rule "), tag("code").text(because.ruleId()), Html.text(" fired"));
    List<Html> found = rule(because).map(one -> found(one, because)).orElse(List.of());
    return Html.all(rule, found.isEmpty() ? Html.NONE : tag("ul").holding(found));
  }

  private Optional<PolicyRule> rule(Because because) {
    return played.scenario().derivation().firings().stream()
        .map(Derivation.Firing::rule)
        .filter(rule -> rule.id().equals(because.ruleId()))
        .findFirst();
  }

  private static List<Html> found(PolicyRule rule, Because because) {
    Conditions words = new Conditions(rule, because);
    List<Html> found = new ArrayList<>();
    rule.conditions().forEach(condition -> found.add(tag("li").holding(condition.accept(words))));
    if (!rule.delay().isZero()) {
      found.add(tag("li").text("all of it for " + rule.delay().toHours() + " h"));
    }
    rule.notBefore()
        .ifPresent(
            time ->
                found.add(tag("li").text("not before " + time.time() + " (" + time.zone() + ")")));
    return found;
  }

  /** What each condition asked for, and what there was. */
  private record Conditions(PolicyRule rule, Because because) implements Condition.Visitor<Html> {
    @Override
    public Html violations(Condition.Violations condition) {
      return Html.text(
          "at least %s by %s: %d counted"
              .formatted(
                  Words.count(condition.atLeast(), "violation"),
                  rule.subject().map(Subject::id).orElse("its platform"),
                  because.violations().size()));
    }

    @Override
    public Html demandIgnored(Condition.DemandIgnored condition) {
      String id = condition.demandId();
      return Html.all(Tag.link(Words.anchor("demand", id), id), Html.text(" ignored"));
    }

    @Override
    public Html demandsIgnored(Condition.DemandsIgnored condition) {
      return Html.text(
          "at least %s ignored: %s"
              .formatted(
                  Words.count(condition.atLeast(), "demand"),
                  String.join(", ", because.demands())));
    }

    @Override
    public Html decisionsInForce(Condition.DecisionsInForce condition) {
      return Html.text(
          "at least %s in force: %s"
              .formatted(
                  Words.count(condition.atLeast(), "decision"),
                  String.join(", ", because.decisions())));
    }

    @Override
    public Html inForce(Condition.InForce condition) {
      String id = condition.decisionId();
      return Html.all(Tag.link(Words.anchor("decision", id), id), Html.text(" in force"));
    }
  }
}

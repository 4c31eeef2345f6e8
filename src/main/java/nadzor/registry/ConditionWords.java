package nadzor.registry;

import java.util.Locale;

/** What a condition asks for, in words, and how far it is met. */
record ConditionWords(Registry registry, Subject subject) implements Condition.Visitor<String> {
  @Override
  public String violations(Condition.Violations condition) {
    return "at least "
        + condition.atLeast()
        + " violations by "
        + subject.id()
        + " ("
        + registry.violations(subject, registry.at()).size()
        + " recorded)";
  }

  @Override
  public String demandIgnored(Condition.DemandIgnored condition) {
    return "demand '"
        + condition.demandId()
        + "' ignored ("
        + registry
            .demandState(condition.demandId(), registry.at())
            .map(state -> state.name().toLowerCase(Locale.ROOT))
            .orElse("not made")
        + ")";
  }

  @Override
  public String inForce(Condition.InForce condition) {
    return "decision '"
        + condition.decisionId()
        + "' in force ("
        + registry
            .decisionState(condition.decisionId(), registry.at())
            .map(DecisionState::word)
            .orElse("not taken")
        + ")";
  }
}

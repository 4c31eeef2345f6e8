package nadzor.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What a condition asks for, in words, and how far it is met. */
record ConditionWords(Registry registry, Subject subject) implements Condition.Visitor<String> {
  @Override
  public String violations(Condition.Violations condition) {
    return "at least "
        + condition.atLeast()
        + " violations"
        + listed(" (", condition.kinds(), ")")
        + " by "
        + subject.id()
        + within(condition.within())
        + " ("
        + counting(condition)
        + " recorded)";
  }

  private long counting(Condition condition) {
    return condition.accept(new ConditionGrounds(registry, subject)).stream()
        .filter(ground -> ground.countsAt(registry.at()))
        .count();
  }

  private static String listed(String before, Collection<String> values, String after) {
    return values.isEmpty() ? "" : before + String.join(", ", new TreeSet<>(values)) + after;
  }

  private static String within(Optional<Duration> within) {
    return within.map(time -> " within " + time(time)).orElse("");
  }

  private static String time(Duration time) {
    boolean days = time.equals(Duration.ofDays(time.toDays()));
    return days ? time.toDays() + " days" : time.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  @Override
  public String demandIgnored(Condition.DemandIgnored condition) {
    return "demand '"
        + condition.demandId()
        + "' ignored ("
        + registry
            .demandState(condition.demandId(), registry.at())
            .map(DemandState::word)
            .orElse("not made")
        + ")";
  }

  @Override
  public String demandsIgnored(Condition.DemandsIgnored condition) {
    return "at least "
        + condition.atLeast()
        + " demands"
        + listed(" by ", condition.by(), "")
        + " ignored by "
        + subject.id()
        + within(condition.within())
        + " ("
        + counting(condition)
        + " ignored)";
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

  @Override
  public String decisionsInForce(Condition.DecisionsInForce condition) {
    return "at least "
        + condition.atLeast()
        + " decisions"
        + listed(" of ", condition.by(), "")
        + condition.measure().map(measure -> " to " + measure.word()).orElse("")
        + " on "
        + subject.id()
        + " in force ("
        + counting(condition)
        + " in force)";
  }
}

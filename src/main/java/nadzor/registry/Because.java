package nadzor.registry;

import java.util.List;

/**
 * Why policy came to a decision. Immutable.
 *
 * @param ruleId the rule that fired
 * @param violations the ids of the violations that counted
 * @param demands the ids of the demands that were ignored
 * @param decisions the ids of the decisions that were in force
 */
public record Because(
    String ruleId, List<String> violations, List<String> demands, List<String> decisions) {
  /** Copies the lists. */
  public Because {
    violations = List.copyOf(violations);
    demands = List.copyOf(demands);
    decisions = List.copyOf(decisions);
  }
}

package nadzor.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /** All ids, each with what it is the id of. */
  Set<String> all() {
    Set<String> all = new HashSet<>();
    violations.forEach(id -> all.add("violation " + id));
    demands.forEach(id -> all.add("demand " + id));
    decisions.forEach(id -> all.add("decision " + id));
    return all;
  }
}

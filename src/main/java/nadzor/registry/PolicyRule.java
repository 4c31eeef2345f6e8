package nadzor.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a decision is taken, as data. The rule fires once, at the earliest instant at which all
 * conditions have held together for the delay and the time of day has come. Immutable.
 *
 * @param id its id
 * @param subject whose violations count
 * @param conditions all of them must hold
 * @param delay for how long they must have held; zero or more
 * @param notBefore the time of day from which the authority decides
 * @param proposal the decision it leads to
 */
public record PolicyRule(
    String id,
    Subject subject,
    List<Condition> conditions,
    Duration delay,
    Optional<TimeOfDay> notBefore,
    Proposal proposal) {
  /** Copies the conditions; refuses a rule that would always fire, or that looks back in time. */
  public PolicyRule {
    String where = where(id);
    conditions = List.copyOf(conditions);
    Require.filled(where, "id", id);
    Require.some(where, "condition", conditions);
    notNegative(where, "delay", delay);
    notNegative(where, "time to the announcement", proposal.announcedAfter());
    notNegative(where, "grace", proposal.grace());
  }

  private static void notNegative(String where, String what, Duration duration) {
    if (duration.isNegative()) {
      throw new RegistryException(where, "the " + what + " " + duration, "zero or more");
    }
  }

  String where() {
    return where(id);
  }

  private static String where(String id) {
    return "policy rule " + id;
  }
}

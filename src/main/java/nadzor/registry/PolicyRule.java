package nadzor.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a decision is taken, as data. The rule fires at the earliest instant at which all conditions
 * have held together for the delay and the time of day has come; again only when what it made has
 * ended, on new grounds, and under another id. Immutable.
 *
 * @param id its id
 * @param subject whose violations count; empty for every platform, on each of which the rule fires
 *     by itself
 * @param conditions all of them must hold
 * @param delay for how long they must have held; zero or more
 * @param notBefore the time of day from which the authority decides
 * @param proposal the decision it leads to; in its ids {@code {platform}}, {@code {operator}},
 *     {@code {case}} (the oldest open case) and {@code {n}} (the first free number) are filled in
 * @param mode whether it proposes or decides
 */
public record PolicyRule(
    String id,
    Optional<Subject> subject,
    List<Condition> conditions,
    Duration delay,
    Optional<TimeOfDay> notBefore,
    Proposal proposal,
    PolicyMode mode) {
  /** Copies the conditions; refuses a rule that would always fire, or that looks back in time. */
  public PolicyRule {
    String where = where(id);
    conditions = List.copyOf(conditions);
    Require.filled(where, "id", id);
    Require.some(where, "condition", conditions);
    notNegative(where, "delay", delay);
    notNegative(where, "time to the announcement", proposal.announcedAfter());
    notNegative(where, "grace", proposal.grace());
    if (subject.isEmpty() && !proposal.decisionId().contains("{platform}")) {
      throw new RegistryException(
          where,
          "the decision '" + proposal.decisionId() + "' for every platform",
          "an id with {platform} in it, as {platform}-{n}");
    }
  }

  /** A rule on one subject that decides. */
  public PolicyRule(
      String id,
      Subject subject,
      List<Condition> conditions,
      Duration delay,
      Optional<TimeOfDay> notBefore,
      Proposal proposal) {
    this(id, Optional.of(subject), conditions, delay, notBefore, proposal, PolicyMode.DECIDE);
  }

  private static void notNegative(String where, String what, Duration duration) {
    if (duration.isNegative()) {
      throw new RegistryException(where, "the " + what + " " + duration, "zero or more");
    }
  }

  /** Whether a condition names one demand or decision, which may be of anybody. */
  boolean namesRecords() {
    return conditions.stream()
        .anyMatch(
            one -> one instanceof Condition.DemandIgnored || one instanceof Condition.InForce);
  }

  String where() {
    return where(id);
  }

  private static String where(String id) {
    return "policy rule " + id;
  }
}

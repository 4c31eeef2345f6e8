package nadzor.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Refuses rules that wait for something that never comes because its name is wrong. */
final class PolicyNames implements Condition.Visitor<Optional<RegistryException>> {
  private final String where;
  private final Set<String> demands;
  private final Set<String> decisions;

  private PolicyNames(String where, Set<String> demands, Set<String> decisions) {
    this.where = where;
    this.demands = demands;
    this.decisions = decisions;
  }

  static void check(
      List<PolicyRule> rules, Catalogue catalogue, Collection<? extends Entry> given) {
    Set<String> demands = new TreeSet<>(named(given, EntryKind.DEMAND).toList());
    Set<String> decisions = new TreeSet<>(named(given, EntryKind.DECISION).toList());
    rules.forEach(rule -> decisions.add(rule.proposal().decisionId()));
    for (PolicyRule rule : rules) {
      catalogue.check(rule.where(), rule.subject());
      PolicyNames names = new PolicyNames(rule.where(), demands, decisions);
      for (Condition condition : rule.conditions()) {
        condition
            .accept(names)
            .ifPresent(
                refusal -> {
                  throw refusal;
                });
      }
    }
  }

  private static Stream<String> named(Collection<? extends Entry> given, EntryKind kind) {
    return given.stream().filter(entry -> entry.kind() == kind).map(Entry::about);
  }

  @Override
  public Optional<RegistryException> violations(Condition.Violations condition) {
    return condition.atLeast() > 0
        ? Optional.empty()
        : Optional.of(
            new RegistryException(
                where, "at least " + condition.atLeast() + " violations", "1 or more"));
  }

  @Override
  public Optional<RegistryException> demandIgnored(Condition.DemandIgnored condition) {
    return known("demand", condition.demandId(), demands);
  }

  @Override
  public Optional<RegistryException> inForce(Condition.InForce condition) {
    return known("decision", condition.decisionId(), decisions);
  }

  private Optional<RegistryException> known(String what, String id, Set<String> ids) {
    return ids.contains(id)
        ? Optional.empty()
        : Optional.of(Catalogue.unknown(where, what, id, ids));
  }
}

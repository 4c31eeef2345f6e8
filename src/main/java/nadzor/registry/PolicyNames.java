package nadzor.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    Set<String> cases = named(given, EntryKind.CASE);
    Set<String> demands = named(given, EntryKind.DEMAND);
    Set<String> decisions = named(given, EntryKind.DECISION);
    rules.forEach(rule -> decisions.add(rule.proposal().decisionId()));
    for (PolicyRule rule : rules) {
      PolicyNames names = new PolicyNames(rule.where(), demands, decisions);
      rule.subject().ifPresent(subject -> catalogue.check(rule.where(), subject));
      rule.conditions().forEach(condition -> refuse(condition.accept(names)));
      Proposal proposal = rule.proposal();
      refuse(names.known("case", proposal.caseId(), cases));
      proposal.order().targets().stream()
          .filter(target -> !isTemplate(target))
          .forEach(target -> catalogue.require(rule.where(), target));
      proposal.supersedes().ifPresent(id -> refuse(names.known("decision", id, decisions)));
    }
  }

  private static void refuse(Optional<RegistryException> refusal) {
    refusal.ifPresent(
        found -> {
          throw found;
        });
  }

  private static Set<String> named(Collection<? extends Entry> given, EntryKind kind) {
    return given.stream()
        .filter(entry -> entry.kind() == kind)
        .map(Entry::about)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<RegistryException> violations(Condition.Violations condition) {
    return some(condition.atLeast(), "violations").or(() -> positive(condition.within()));
  }

  @Override
  public Optional<RegistryException> demandsIgnored(Condition.DemandsIgnored condition) {
    return some(condition.atLeast(), "demands").or(() -> positive(condition.within()));
  }

  @Override
  public Optional<RegistryException> decisionsInForce(Condition.DecisionsInForce condition) {
    return some(condition.atLeast(), "decisions");
  }

  private Optional<RegistryException> some(int atLeast, String what) {
    return atLeast > 0
        ? Optional.empty()
        : Optional.of(
            new RegistryException(where, "at least " + atLeast + " " + what, "1 or more"));
  }

  private Optional<RegistryException> positive(Optional<Duration> within) {
    return within
        .filter(time -> time.isZero() || time.isNegative())
        .map(time -> new RegistryException(where, "within " + time, "more than nothing"));
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
    return ids.contains(id) || isTemplate(id)
        ? Optional.empty()
        : Optional.of(Catalogue.unknown(where, what, id, ids));
  }

  private static boolean isTemplate(String id) {
    return id.indexOf('{') >= 0;
  }
}

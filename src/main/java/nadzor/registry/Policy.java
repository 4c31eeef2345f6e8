package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that derive decisions from what is recorded. Walks through the entries in order of time and
 * lets each rule fire at its exact instant, knowing only what is recorded by then. Deterministic:
 * of rules that fire at one instant the first in the list does so first; an entry of that instant
 * is recorded before. Immutable.
 */
public record Policy(List<PolicyRule> rules) {
  /**
   * Copies the rules.
   *
   * @throws RegistryException for two rules of one id
   */
  public Policy {
    rules = List.copyOf(rules);
    Set<String> ids = new HashSet<>();
    for (PolicyRule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new RegistryException(rule.where(), "this id a second time", "an id of its own");
      }
    }
  }

  /**
   * Plays the entries from the first to the last and on, until no rule can fire any more.
   *
   * @throws RegistryException for an entry that does not fit, or a rule that names a platform,
   *     demand or decision that there is not
   */
  public Derivation derive(Catalogue catalogue, Collection<? extends Entry> given) {
    PolicyNames.check(rules, catalogue, given);
    Play play = new Play(new Journal(catalogue), new ArrayList<>(rules), new ArrayList<>());
    for (Entry entry : Journal.inOrder(given)) {
      play.fireBefore(entry.happenedAt());
      play.journal.append(entry);
    }
    play.fireBefore(Instant.MAX);
    return play.end();
  }

  /** One pass through the entries. */
  private record Play(Journal journal, List<PolicyRule> left, List<Derivation.Firing> firings) {
    void fireBefore(Instant limit) {
      Optional<Due> due = next(limit);
      while (due.isPresent()) {
        fire(due.get());
        due = next(limit);
      }
    }

    private Optional<Due> next(Instant limit) {
      Registry known = journal.latest();
      return left.stream()
          .map(rule -> new Trigger(rule, known))
          .flatMap(trigger -> trigger.earliest(known.at()).map(at -> new Due(trigger, at)).stream())
          .filter(due -> due.at.isBefore(limit))
          .min(Comparator.comparing(Due::at));
    }

    private void fire(Due due) {
      PolicyRule rule = due.trigger.rule();
      Decision decision = rule.proposal().taken(due.at, due.trigger.because(due.at));
      journal.append(decision);
      left.remove(rule);
      firings.add(new Derivation.Firing(rule, due.at, decision));
    }

    Derivation end() {
      Registry known = journal.latest();
      List<Derivation.Waiting> waiting =
          left.stream()
              .map(rule -> new Derivation.Waiting(rule, new Trigger(rule, known).unmet()))
              .toList();
      return new Derivation(journal, firings, waiting);
    }
  }

  /** A rule that fires at an instant if nothing is recorded before. */
  private record Due(Trigger trigger, Instant at) {}
}

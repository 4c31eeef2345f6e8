package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules that derive decisions from what is recorded. Each fires at its exact instant, knowing only
 * what is recorded by then. Deterministic: of rules that fire at one instant the first in the list
 * does so first; an entry of that instant is recorded before. Immutable.
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
    Journal journal = new Journal(catalogue);
    PolicyNames.check(rules, catalogue, given);
    PolicyPlay play = new PolicyPlay(this, journal);
    for (Entry entry : Journal.inOrder(given)) {
      play.fireBefore(entry.happenedAt());
      play.append(entry);
    }
    play.fireBefore(Instant.MAX);
    return play.end();
  }

  /**
   * What the rules propose or decide by now, in order of time. Asking changes nothing: who records
   * {@link Due#entry} is not told the same again. What was proposed, taken or dismissed comes back
   * only when it has ended and there are new grounds.
   */
  public List<Due> due(Registry registry, Instant now) {
    return upcoming(registry, now).filter(due -> !due.at().isAfter(now)).toList();
  }

  /**
   * The instant at which a rule will fire if nothing is recorded before; in the past where one is
   * due. For a clock that is to stop there.
   */
  public Optional<Instant> next(Registry registry) {
    return upcoming(registry, Instant.MAX).map(Due::at).findFirst();
  }

  private Stream<Due> upcoming(Registry registry, Instant until) {
    return triggers(registry)
        .flatMap(
            trigger ->
                trigger
                    .earliest(registry.lastAt())
                    .filter(at -> !at.isAfter(until))
                    .map(trigger::due)
                    .stream())
        .sorted(Comparator.comparing(Due::at));
  }

  Stream<Trigger> triggers(Registry registry) {
    return subjects(registry).map(on -> new Trigger(on, registry));
  }

  /** The rules, each on its subject, or on every platform of which anything is recorded. */
  Stream<RuleOn> subjects(Registry registry) {
    return rules.stream()
        .flatMap(
            rule ->
                rule.subject()
                    .map(Stream::of)
                    .orElseGet(() -> platforms(registry))
                    .map(subject -> new RuleOn(rule, subject)));
  }

  private static Stream<Subject> platforms(Registry registry) {
    return registry.catalogue().platforms().stream()
        .filter(one -> concerns(registry, one))
        .map(one -> new Subject.OfPlatform(one.id()));
  }

  /** Whether anything is recorded of the platform that a rule on every platform asks for. */
  static boolean concerns(Registry registry, Platform platform) {
    return registry.books().violationsBy.has(platform.id())
        || !registry.casesOn(platform).isEmpty();
  }

  /** Where each rule stands now, and on what; a rule on every platform once for each of them. */
  public List<RuleState> explain(Registry registry, Instant now) {
    return triggers(registry).map(trigger -> RuleState.of(trigger, registry, now)).toList();
  }
}

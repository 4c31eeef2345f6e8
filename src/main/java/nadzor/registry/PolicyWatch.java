package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When the rules of a policy fire on one journal as it grows, kept from one question to the next: a
 * new record costs a look at the platforms that it is about, and only the first question looks at
 * all of them. Answers as {@link Policy#due} and {@link Policy#next} do. Thread-safe.
 */
public final class PolicyWatch {
  private final Policy policy;
  private final List<Map<RuleOn, Optional<Instant>>> waiting = new ArrayList<>();
  private int followed;

  /** Watches nothing yet. */
  public PolicyWatch(Policy policy) {
    this.policy = policy;
    forget();
  }

  /** Another journal comes. */
  public synchronized void forget() {
    waiting.clear();
    policy.rules().forEach(rule -> waiting.add(new LinkedHashMap<>()));
    followed = 0;
  }

  /** What fires first of all that is due by now. */
  public synchronized Optional<Due> due(Registry registry, Instant now) {
    follow(registry);
    for (Optional<RuleOn> on = first(); on.isPresent(); on = first()) {
      Trigger trigger = new Trigger(on.get(), registry);
      Optional<Instant> at = trigger.earliest(registry.lastAt());
      boolean same = at.equals(known(on.get()));
      note(on.get(), at);
      if (same) {
        return at.filter(when -> !when.isAfter(now)).map(trigger::due);
      }
    }
    return Optional.empty();
  }

  /**
   * The instant at which a rule fires if nothing is recorded before; in the past where one is due.
   */
  public synchronized Optional<Instant> next(Registry registry) {
    follow(registry);
    return first().flatMap(this::known);
  }

  /** On how many subjects rules are. */
  public synchronized int size(Registry registry) {
    follow(registry);
    return waiting.stream().mapToInt(Map::size).sum();
  }

  private Map<RuleOn, Optional<Instant>> of(RuleOn on) {
    return waiting.get(policy.rules().indexOf(on.rule()));
  }

  private Optional<Instant> known(RuleOn on) {
    return of(on).getOrDefault(on, Optional.empty());
  }

  private void note(RuleOn on, Optional<Instant> at) {
    of(on).put(on, at);
  }

  /** Of those that fire at one instant the one of the first rule. */
  private Optional<RuleOn> first() {
    return waiting.stream()
        .flatMap(some -> some.entrySet().stream())
        .filter(one -> one.getValue().isPresent())
        .min(Comparator.comparing(one -> one.getValue().orElse(Instant.MAX)))
        .map(Map.Entry::getKey);
  }

  private void follow(Registry registry) {
    List<Recorded<?>> entries = registry.entries();
    if (followed == 0) {
      policy.subjects(registry).forEach(on -> work(on, registry));
    } else if (followed < entries.size()) {
      Set<String> touched = new HashSet<>();
      entries
          .subList(followed, entries.size())
          .forEach(one -> touched.addAll(registry.platformsOf(one.entry())));
      policy.rules().forEach(rule -> follow(rule, touched, registry));
    }
    followed = Math.max(followed, entries.size());
  }

  private void follow(PolicyRule rule, Set<String> touched, Registry registry) {
    if (rule.subject().isPresent() || rule.namesRecords()) {
      new Policy(List.of(rule)).subjects(registry).forEach(on -> work(on, registry));
      return;
    }
    touched.stream()
        .flatMap(id -> registry.catalogue().platform(id).stream())
        .filter(one -> Policy.concerns(registry, one))
        .forEach(one -> work(new RuleOn(rule, new Subject.OfPlatform(one.id())), registry));
  }

  private void work(RuleOn on, Registry registry) {
    note(on, new Trigger(on, registry).earliest(registry.lastAt()));
  }
}

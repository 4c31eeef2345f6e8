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
 * One pass of a policy through entries. What a rule on every platform waits for is worked out again
 * only for the platforms that an entry is about.
 */
final class PolicyPlay {
  private final Policy policy;
  private final Journal journal;
  private final List<Derivation.Firing> firings = new ArrayList<>();
  private final Set<RuleOn> fired = new HashSet<>();
  private Map<RuleOn, Optional<Instant>> waiting = new LinkedHashMap<>();
  private Set<String> touched = new HashSet<>();

  PolicyPlay(Policy policy, Journal journal) {
    this.policy = policy;
    this.journal = journal;
  }

  void append(Entry entry) {
    journal.append(entry);
    touched.addAll(journal.latest().platformsOf(entry));
  }

  void fireBefore(Instant limit) {
    Optional<RuleOn> next = next(limit);
    while (next.isPresent()) {
      fire(next.get());
      next = next(limit);
    }
  }

  private Optional<RuleOn> next(Instant limit) {
    Registry known = journal.latest();
    Map<RuleOn, Optional<Instant>> now = new LinkedHashMap<>();
    policy.subjects(known).forEach(on -> now.put(on, due(on, known)));
    waiting = now;
    touched = new HashSet<>();
    return now.entrySet().stream()
        .filter(one -> one.getValue().filter(at -> at.isBefore(limit)).isPresent())
        .min(Comparator.comparing(one -> one.getValue().orElse(Instant.MAX)))
        .map(Map.Entry::getKey);
  }

  /** An answer that nothing touched holds: it lies ahead, or there is none. */
  private Optional<Instant> due(RuleOn on, Registry known) {
    boolean same =
        on.rule().subject().isEmpty()
            && !on.rule().namesRecords()
            && !touched.contains(on.subject().id());
    Optional<Instant> before = waiting.getOrDefault(on, Optional.empty());
    return same && waiting.containsKey(on)
        ? before
        : new Trigger(on, known).earliest(known.lastAt());
  }

  private void fire(RuleOn on) {
    Registry known = journal.latest();
    Trigger trigger = new Trigger(on, known);
    Due due = trigger.due(trigger.earliest(known.lastAt()).orElseThrow());
    append(due.entry());
    fired.add(on);
    firings.add(new Derivation.Firing(due));
  }

  Derivation end() {
    Registry known = journal.latest();
    List<Derivation.Waiting> left =
        policy
            .triggers(known)
            .filter(trigger -> !fired.contains(trigger.on()))
            .map(one -> new Derivation.Waiting(one.on().rule(), one.on().subject(), one.unmet()))
            .toList();
    return new Derivation(policy, journal, firings, left);
  }
}

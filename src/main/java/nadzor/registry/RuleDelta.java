package nadzor.registry;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Rule;

/** The rules that go and those that come from one list to another. Immutable. */
public record RuleDelta(List<Rule> removed, List<Rule> added) {
  /** Copies the lists. */
  public RuleDelta {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /** What differs, in the order of the sets. */
  public static RuleDelta between(Set<Rule> before, Set<Rule> after) {
    return new RuleDelta(without(before, after), without(after, before));
  }

  /** All of them come, each once. */
  public static RuleDelta adding(Stream<Rule> rules) {
    return new RuleDelta(List.of(), rules.distinct().toList());
  }

  /** What differs between two rules. */
  public static RuleDelta of(Rule before, Rule after) {
    return between(Set.of(before), Set.of(after));
  }

  private static List<Rule> without(Set<Rule> some, Set<Rule> others) {
    return some.stream().filter(rule -> !others.contains(rule)).toList();
  }

  /** Whether both lists are the same. */
  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }

  /** How many rules come or go. */
  public int size() {
    return removed.size() + added.size();
  }

  /** Both changes together, of rules that have nothing to do with one another. */
  public RuleDelta plus(RuleDelta other) {
    return new RuleDelta(joined(removed, other.removed), joined(added, other.added));
  }

  private static List<Rule> joined(List<Rule> some, List<Rule> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}

package nadzor.blocklist;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every rule that holds one name; empty where none does. Immutable, shared. */
public final class Match {
  /** No rule. */
  public static final Match NONE = new Match(List.of());

  private final List<Rule> rules;
  private final boolean blocks;
  private final boolean throttles;

  private Match(List<Rule> rules) {
    this.rules = rules;
    blocks = rules.stream().anyMatch(rule -> rule.measure() == Measure.BLOCK);
    throttles = rules.stream().anyMatch(rule -> rule.measure() == Measure.THROTTLE);
  }

  /** One rule. */
  public static Match of(Rule rule) {
    return of(List.of(rule));
  }

  static Match of(List<Rule> rules) {
    return rules.isEmpty() ? NONE : new Match(List.copyOf(rules));
  }

  /** All rules, in the order of the list; a resource held for several reasons keeps them all. */
  public List<Rule> rules() {
    return rules;
  }

  /** Whether nothing is restricted. */
  public boolean isEmpty() {
    return this == NONE;
  }

  /** Whether one of the rules orders this measure; does not allocate. */
  public boolean orders(Measure measure) {
    return measure == Measure.BLOCK ? blocks : throttles;
  }

  /** A bit for each measure that is ordered, by {@link Measure#bit}. */
  public int orders() {
    return (blocks ? Measure.BLOCK.bit() : 0) | (throttles ? Measure.THROTTLE.bit() : 0);
  }

  /**
   * The first rule that orders this measure; does not allocate.
   *
   * @throws IllegalStateException where {@link #orders} is false
   */
  public Rule first(Measure measure) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).measure() == measure) {
        return rules.get(i);
      }
    }
    throw new IllegalStateException("no rule orders " + measure);
  }

  /** The rules of both. */
  public Match plus(Match other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    Set<Rule> all = new LinkedHashSet<>(rules);
    all.addAll(other.rules);
    return of(List.copyOf(all));
  }

  @Override
  public String toString() {
    return rules.toString();
  }
}

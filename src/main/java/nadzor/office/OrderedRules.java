package nadzor.office;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nadzor.blocklist.Rule;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Registry;
import nadzor.registry.RuleMaker;

/**
 * The rules that networks are ordered by one registry: those that are ordered the same share them,
 * for they are many. Not thread-safe.
 */
final class OrderedRules {
  private final RuleMaker maker;
  private final Map<Order, Set<Rule>> made = new HashMap<>();

  /** What a network is ordered: of one registry, the same rules follow from the same order. */
  record Order(Rule canary, EntryNumbers entries) {}

  OrderedRules(Registry registry) {
    maker = new RuleMaker(registry);
  }

  Set<Rule> of(Order order) {
    return made.computeIfAbsent(order, this::make);
  }

  private Set<Rule> make(Order order) {
    Set<Rule> rules = new LinkedHashSet<>();
    rules.add(order.canary());
    maker.forEach(order.entries(), rules::add);
    return rules;
  }
}

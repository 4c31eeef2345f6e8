package nadzor.office;

import java.util.Optional;
import java.util.stream.Stream;
import nadzor.blocklist.Rule;
import nadzor.registry.OrderedEntries;
import nadzor.registry.RuleDelta;

/**
 * What a network is ordered: the rules are made when they are asked for. Immutable.
 *
 * @param canary the rule by which it is seen whether the network restricts at all
 * @param entries of the register
 */
record Ordered(Rule canary, OrderedEntries entries) {
  /** All rules, in order, each made when it is reached; one of them perhaps twice. */
  Stream<Rule> rules() {
    return Stream.concat(Stream.of(canary), entries.rules());
  }

  /**
   * What rules come and go from another order to this one.
   *
   * @param most of how many decisions at most
   * @return empty where it is more, or where the two have nothing in common
   */
  Optional<RuleDelta> since(Ordered before, int most) {
    return entries
        .since(before.entries, most)
        .map(delta -> delta.plus(RuleDelta.of(before.canary, canary)));
  }
}

package nadzor.impact;

import com.google.common.collect.Comparators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Rule;

/** The names that weigh most of those that one outcome has. Not thread-safe. */
final class HitNames {
  private static final Comparator<HitName> WEIGHT =
      Comparator.comparingLong((HitName hit) -> -hit.requests()).thenComparing(HitName::name);
  private static final Comparator<HitName> STRANGERS_FIRST =
      Comparator.comparing((HitName hit) -> !hit.stranger()).thenComparing(WEIGHT);

  private final int most;
  private final List<HitName> all = new ArrayList<>();
  private final List<HitName> collateral = new ArrayList<>();
  private Count strangers = Count.NONE;
  private Count unnamed = Count.NONE;

  HitNames(int most) {
    this.most = most;
  }

  void add(String name, String site, List<Rule> rules, long requests) {
    HitName hit = hit(name, site, rules, requests);
    keep(all, hit, WEIGHT);
    if (hit.isCollateral()) {
      keep(collateral, hit, STRANGERS_FIRST);
      unnamed = unnamed.plus(new Count(requests, 1));
      strangers = hit.stranger() ? strangers.plus(new Count(requests, 1)) : strangers;
    }
  }

  private static HitName hit(String name, String site, List<Rule> rules, long requests) {
    Rule nearest =
        rules.stream()
            .min(Comparator.comparing(rule -> Sites.reach(rule.matcher(), name)))
            .orElseThrow(() -> new IllegalStateException("hit by no rule: " + name));
    boolean stranger =
        rules.stream().map(rule -> Sites.of(rule.matcher())).noneMatch(Optional.of(site)::equals);
    return new HitName(
        name, site, requests, Sites.reach(nearest.matcher(), name), stranger, nearest.toString());
  }

  /** Keeps a few times as many as are wanted, so that they are seldom sorted. */
  private void keep(List<HitName> list, HitName hit, Comparator<HitName> order) {
    list.add(hit);
    if (list.size() >= 4 * most + 64) {
      List<HitName> best = top(list, order);
      list.clear();
      list.addAll(best);
    }
  }

  private List<HitName> top(List<HitName> list, Comparator<HitName> order) {
    return list.stream().collect(Comparators.least(most, order));
  }

  List<HitName> all() {
    return top(all, WEIGHT);
  }

  Collateral collateral() {
    return new Collateral(unnamed, strangers, top(collateral, STRANGERS_FIRST));
  }
}

package nadzor.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nadzor.blocklist.Rule;

/**
 * Makes the rules of entries of one registry, for orders that are asked one after another and
 * differ little: what an order shares with the one before is not made again. Not thread-safe.
 */
public final class RuleMaker {
  private final Registry registry;
  private long[] codes = {};
  private List<List<Rule>> made = List.of();

  /** Of the entries of this registry. */
  public RuleMaker(Registry registry) {
    this.registry = registry;
  }

  /** Calls with the rules of these entries, in order. */
  public void forEach(EntryNumbers numbers, Consumer<Rule> to) {
    long[] wanted = numbers.toArray();
    RegisterRows rows = new RegisterRows(registry, wanted);
    List<List<Rule>> all = new ArrayList<>(wanted.length);
    int before = 0;
    for (int i = 0; i < wanted.length; i++) {
      while (before < codes.length && codes[before] < wanted[i]) {
        before++;
      }
      boolean known = before < codes.length && codes[before] == wanted[i];
      List<Rule> rules = known ? made.get(before) : RegisterRules.of(rows.get(i));
      all.add(rules);
      rules.forEach(to);
    }
    codes = wanted;
    made = all;
  }
}

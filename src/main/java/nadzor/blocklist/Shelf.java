package nadzor.blocklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one kind in one version: a base, and a small overlay whose entries hide those of the
 * base (an empty one is a tombstone), so that a delta costs what it changes. Immutable.
 *
 * @param nothing an index without entries
 * @param hash of the rules' content
 * @param size how many distinct rules there are
 */
record Shelf<K, I extends RuleIndex<K>>(
    Layout<K, I> layout, I base, I overlay, I nothing, ContentHash hash, int size) {

  /** An overlay of more than this and an eighth of its base is merged into a new base. */
  private static final int SMALL_OVERLAY = 1024;

  static <K, I extends RuleIndex<K>> Shelf<K, I> empty(Layout<K, I> layout) {
    I nothing = layout.build(Map.of());
    return new Shelf<>(layout, nothing, nothing, nothing, ContentHash.EMPTY, 0);
  }

  /** Compiles those of the rules that are kept here; a rule that stands twice counts once. */
  static <K, I extends RuleIndex<K>> Shelf<K, I> compile(
      Layout<K, I> layout, Collection<Rule> rules) {
    Map<K, List<Rule>> entries = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (layout.takes(rule.matcher())) {
        entries.computeIfAbsent(layout.keyOf(rule.matcher()), k -> new ArrayList<>(1)).add(rule);
      }
    }
    return entries.isEmpty() ? empty(layout) : compile(layout, entries);
  }

  private static <K, I extends RuleIndex<K>> Shelf<K, I> compile(
      Layout<K, I> layout, Map<K, List<Rule>> entries) {
    entries.replaceAll((key, all) -> all.size() == 1 ? all : distinct(all));
    ContentHash hash = ContentHash.EMPTY;
    int size = 0;
    for (List<Rule> distinct : entries.values()) {
      hash = hash.plus(distinct);
      size += distinct.size();
    }
    I nothing = layout.build(Map.of());
    return new Shelf<>(layout, layout.build(entries), nothing, nothing, hash, size);
  }

  private static List<Rule> distinct(List<Rule> rules) {
    return List.copyOf(new LinkedHashSet<>(rules));
  }

  /** These rules, less some, plus others; what is not kept here is passed over. */
  Shelf<K, I> next(Collection<Rule> added, Collection<Rule> removed) {
    Map<K, Set<Rule>> after = new LinkedHashMap<>();
    removed.forEach(rule -> touch(after, rule, false));
    added.forEach(rule -> touch(after, rule, true));
    Map<K, List<Rule>> changes = new LinkedHashMap<>();
    ContentHash newHash = hash;
    int newSize = size;
    for (Map.Entry<K, Set<Rule>> entry : after.entrySet()) {
      List<Rule> before = rulesAt(entry.getKey());
      List<Rule> now = List.copyOf(entry.getValue());
      newHash = newHash.minus(before).plus(now);
      newSize += now.size() - before.size();
      changes.put(entry.getKey(), now);
    }
    return changes.isEmpty() ? this : over(changes, newHash, newSize);
  }

  private void touch(Map<K, Set<Rule>> after, Rule rule, boolean stands) {
    if (layout.takes(rule.matcher())) {
      K key = layout.keyOf(rule.matcher());
      Set<Rule> rules = after.computeIfAbsent(key, k -> new LinkedHashSet<>(rulesAt(k)));
      boolean unused = stands ? rules.add(rule) : rules.remove(rule);
    }
  }

  private Shelf<K, I> over(Map<K, List<Rule>> changes, ContentHash newHash, int newSize) {
    overlay.forEach(changes::putIfAbsent);
    changes.entrySet().removeIf(e -> e.getValue().isEmpty() && base.at(e.getKey()).isEmpty());
    I grown = layout.build(changes);
    Shelf<K, I> next = new Shelf<>(layout, base, grown, nothing, newHash, newSize);
    boolean small = grown.size() <= SMALL_OVERLAY + base.size() / 8;
    return small ? next : compile(layout, next.rules());
  }

  private List<Rule> rulesAt(K key) {
    return overlay.at(key).or(() -> base.at(key)).orElse(List.of());
  }

  /** All rules, in no promised order. */
  List<Rule> rules() {
    List<Rule> all = new ArrayList<>(size);
    overlay.forEach((key, rules) -> all.addAll(rules));
    boolean plain = overlay.size() == 0;
    base.forEach(
        (key, rules) -> {
          if (plain || overlay.at(key).isEmpty()) {
            all.addAll(rules);
          }
        });
    return all;
  }

  /** The octets that base and overlay take, rules and reasons apart. */
  long residentBytes() {
    return base.residentBytes() + overlay.residentBytes();
  }
}

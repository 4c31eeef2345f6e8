package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rules of one kind in one version: a base, and a small overlay whose entries hide those of the
 * base (an empty one is a tombstone), so that a delta costs what it changes. Immutable.
 *
 * @param layout makes entries ready for looking up
 * @param nothing an index without entries
 * @param change what the overlay adds to the hash of the base
 * @param size how many distinct rules there are
 */
record Shelf<I extends EntryIndex>(
    Function<Entries, I> layout, I base, I overlay, I nothing, ContentHash change, int size) {

  /** An overlay of more than this and an eighth of its base is merged into a new base. */
  private static final int SMALL_OVERLAY = 1024;

  static <I extends EntryIndex> Shelf<I> of(Function<Entries, I> layout, Entries base) {
    I nothing = layout.apply(Entries.none(base.kind()));
    I index = base.size() == 0 ? nothing : layout.apply(base);
    return new Shelf<>(layout, index, nothing, nothing, ContentHash.EMPTY, base.rules());
  }

  Kind kind() {
    return base.entries().kind();
  }

  /** These rules, less some, plus others; what is not kept here is passed over. */
  Shelf<I> next(Collection<Rule> added, Collection<Rule> removed) {
    Map<String, Set<Rule>> after = new LinkedHashMap<>();
    removed.forEach(rule -> touch(after, rule, false));
    added.forEach(rule -> touch(after, rule, true));
    return after.isEmpty() ? this : over(after);
  }

  private void touch(Map<String, Set<Rule>> after, Rule rule, boolean stands) {
    if (kind().keys().takes(rule.matcher())) {
      byte[] key = kind().keys().of(rule.matcher());
      Set<Rule> rules =
          after.computeIfAbsent(
              new String(key, StandardCharsets.ISO_8859_1), k -> new LinkedHashSet<>(rulesAt(key)));
      boolean unused = stands ? rules.add(rule) : rules.remove(rule);
    }
  }

  private Shelf<I> over(Map<String, Set<Rule>> changes) {
    EntriesBuilder builder = new EntriesBuilder(kind());
    HashSum before = new HashSum();
    HashSum now = new HashSum();
    Set<Integer> replaced = new HashSet<>();
    int newSize = size;
    Courtesy others = Courtesy.ofLongSteps();
    for (Map.Entry<String, Set<Rule>> entry : changes.entrySet()) {
      others.step();
      byte[] key = key(entry.getKey());
      List<Rule> was = rulesAt(key);
      was.forEach(before::add);
      entry.getValue().forEach(now::add);
      newSize += entry.getValue().size() - was.size();
      replaced.add(overlay.entries().locate(key));
      put(builder, key, entry.getValue());
    }
    builder.addAll(overlay.entries(), offset -> !replaced.contains(offset));
    ContentHash newChange = change.plus(now.total()).minus(before.total());
    return grown(builder.build(), newChange, newSize);
  }

  private void put(EntriesBuilder builder, byte[] key, Set<Rule> rules) {
    if (rules.isEmpty() && base.entries().locate(key) != Entries.ABSENT) {
      builder.addEmpty(key);
    }
    rules.forEach(builder::add);
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Shelf<I> grown(Entries newOverlay, ContentHash newChange, int newSize) {
    if (newOverlay.size() <= SMALL_OVERLAY + base.entries().size() / 8) {
      I index = newOverlay.size() == 0 ? nothing : layout.apply(newOverlay);
      return new Shelf<>(layout, base, index, nothing, newChange, newSize);
    }
    return of(layout, merged(base.entries(), newOverlay));
  }

  /** The same rules without an overlay. */
  Shelf<I> merged() {
    return overlay.entries().size() == 0
        ? this
        : of(layout, merged(base.entries(), overlay.entries()));
  }

  private static Entries merged(Entries base, Entries overlay) {
    EntriesBuilder builder = new EntriesBuilder(base.kind());
    builder.addAll(
        base, at -> Entry.count(base.pool(), at) > 0 && overlay.locate(base, at) == Entries.ABSENT);
    builder.addAll(overlay, at -> Entry.count(overlay.pool(), at) > 0);
    return builder.build();
  }

  /** The rules that stand under a key. */
  List<Rule> rulesAt(byte[] key) {
    int above = overlay.entries().locate(key);
    if (above != Entries.ABSENT) {
      return overlay.entries().rules(above);
    }
    int below = base.entries().locate(key);
    return below == Entries.ABSENT ? List.of() : base.entries().rules(below);
  }

  /** Calls with the rules of each key. */
  void forEachEntry(Consumer<List<Rule>> to) {
    forEachOffset(overlay.entries(), Entries.none(kind()), to);
    forEachOffset(base.entries(), overlay.entries(), to);
  }

  private static void forEachOffset(Entries in, Entries hiding, Consumer<List<Rule>> to) {
    in.forEach(
        offset -> {
          if (Entry.count(in.pool(), offset) > 0 && hiding.locate(in, offset) == Entries.ABSENT) {
            to.accept(in.rules(offset));
          }
        });
  }

  /** All rules, in no promised order. */
  List<Rule> rules() {
    List<Rule> all = new ArrayList<>(size);
    forEachEntry(all::addAll);
    return all;
  }

  /** The sum over all rules; that of the base is worked out when first asked for. */
  ContentHash hash() {
    return base.entries().hash().plus(change);
  }

  /** The octets that base and overlay take, all counted. */
  long bytes() {
    return base.entries().bytes() + overlay.entries().bytes() + base.bytes() + overlay.bytes();
  }
}

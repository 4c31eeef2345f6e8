package nadzor.blocklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What differs between two versions, counted and in order. Where one came from the other by deltas,
 * only these are looked at. Immutable.
 *
 * @param from how many rules the former version has
 * @param to how many rules the later version has
 * @param counts all changes
 * @param byOrigin the changes by where their reasons come from; one with several counts for each
 * @param renamings how many changes are such of a list's name alone; they are among those of
 *     reasons
 * @param changes in order, as many of them as were asked for
 */
public record VersionDiff(
    RuleCounts from,
    RuleCounts to,
    ChangeCounts counts,
    Map<Origin, ChangeCounts> byOrigin,
    Map<Renaming, Integer> renamings,
    List<RuleChange> changes) {

  /** Keeps copies. */
  public VersionDiff {
    byOrigin = Collections.unmodifiableMap(new TreeMap<>(byOrigin));
    renamings = Collections.unmodifiableMap(new TreeMap<>(renamings));
    changes = List.copyOf(changes);
  }

  /** Everything that differs; the line of a list counts for nothing, since a line moves easily. */
  public static VersionDiff between(Blocklist from, Blocklist to) {
    return between(from, to, Integer.MAX_VALUE);
  }

  /**
   * Counts everything, but keeps only the first changes in order, so that memory is bounded.
   *
   * @param most how many changes are kept
   */
  public static VersionDiff between(Blocklist from, Blocklist to, int most) {
    return between(from, to, most, UnaryOperator.identity());
  }

  /**
   * The same where it is known that a list is called otherwise in the later version: that is no
   * difference.
   */
  public static VersionDiff between(Blocklist from, Blocklist to, int most, Renaming known) {
    return between(from, to, most, known::of);
  }

  private static VersionDiff between(
      Blocklist from, Blocklist to, int most, UnaryOperator<Reason> called) {
    Collector collector = new Collector(most);
    walk(from, to, false, called, collector);
    return new VersionDiff(
        from.counts(),
        to.counts(),
        collector.counts,
        collector.byOrigin,
        collector.renamings,
        collector.sorted());
  }

  /**
   * Hands over every change, in no promised order, in constant memory.
   *
   * @param lines whether it is a change of reason when only the line in a list or profile differs
   */
  public static void walk(
      Blocklist from, Blocklist to, boolean lines, Consumer<RuleChange> changes) {
    walk(from, to, lines, UnaryOperator.identity(), changes);
  }

  private static void walk(
      Blocklist from,
      Blocklist to,
      boolean lines,
      UnaryOperator<Reason> called,
      Consumer<RuleChange> changes) {
    for (int i = 0; i < from.shelves().size(); i++) {
      new DiffWalk(from.shelves().get(i), to.shelves().get(i), lines, called, changes).run();
    }
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return counts.total() == 0;
  }

  /** Counts, and keeps the first ones. */
  private static final class Collector implements Consumer<RuleChange> {
    private final Map<Renaming, Integer> renamings = new TreeMap<>();
    private final Map<Origin, ChangeCounts> byOrigin = new TreeMap<>();
    private final PriorityQueue<RuleChange> last = new PriorityQueue<>(Collections.reverseOrder());
    private final int most;
    private ChangeCounts counts = ChangeCounts.NONE;

    Collector(int most) {
      this.most = most;
    }

    @Override
    public void accept(RuleChange change) {
      counts = counts.plus(change.what());
      Set<Origin> origins = new HashSet<>();
      change.before().forEach(reason -> origins.addAll(Origin.of(reason)));
      change.after().forEach(reason -> origins.addAll(Origin.of(reason)));
      origins.forEach(
          o -> byOrigin.put(o, byOrigin.getOrDefault(o, ChangeCounts.NONE).plus(change.what())));
      Renaming.of(change).ifPresent(one -> renamings.merge(one, 1, Integer::sum));
      last.add(change);
      if (last.size() > most) {
        last.remove();
      }
    }

    List<RuleChange> sorted() {
      List<RuleChange> all = new ArrayList<>(last);
      Collections.sort(all);
      return all;
    }
  }
}

package nadzor.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;

/** The last of many statements, by when they are published. Not thread-safe. */
final class StatementKeys {
  private static final Comparator<Key> ORDER =
      Comparator.comparingLong(Key::at).thenComparing(Key::kind).thenComparingInt(Key::place);

  private final long to;
  private final int most;
  private final PriorityQueue<Key> held = new PriorityQueue<>(ORDER);
  private int total;

  /**
   * A search.
   *
   * @param to what is published later does not count
   * @param most how many of the last are kept
   */
  StatementKeys(long to, int most) {
    this.to = to;
    this.most = most;
  }

  /**
   * One statement that is not written yet.
   *
   * @param place of its demand or decision among its kind
   */
  record Key(long at, StatementKind kind, int place) {}

  /** How many are published by then. */
  int total() {
    return total;
  }

  void add(long at, StatementKind kind, int place) {
    if (at > to) {
      return;
    }
    total++;
    Key last = held.peek();
    if (held.size() < most) {
      held.add(new Key(at, kind, place));
    } else if (last != null && at >= last.at()) {
      held.add(new Key(at, kind, place));
      held.remove();
    }
  }

  /** Adds those of demands, which are published when they are recorded. */
  void addInOrder(int count, IntToLongFunction at) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at.applyAsLong(middle) <= to) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int first = Math.max(0, low - most);
    total += first;
    for (int place = first; place < low; place++) {
      add(at.applyAsLong(place), StatementKind.DEMAND, place);
    }
  }

  /** Adds those of decisions, as {@link Statements} tells them. */
  void addAll(SpellRows rows, Lives lives, int count) {
    for (int row = count - 1; row >= 0; row--) {
      SpellRows of = rows.tells(row, lives.limit()) ? rows : anew(lives, row);
      add(of, of == rows ? row : 0, row);
    }
  }

  /** A row of its own for a decision as it was known. */
  private static SpellRows anew(Lives lives, int place) {
    SpellRows one = new SpellRows(1);
    Recorded<Decision> record = lives.books().decisions.upTo(lives.limit()).get(place);
    one.add(record, record.entry(), lives.spell(record.entry()), lives.liftingRecorded(place));
    return one;
  }

  private void add(SpellRows rows, int row, int place) {
    long recorded = rows.recorded(row);
    if (rows.from(row) > rows.announced(row)) {
      add(Math.max(rows.announced(row), recorded), StatementKind.ANNOUNCEMENT, place);
    }
    if (rows.from(row) <= rows.end(row)) {
      add(Math.max(rows.from(row), recorded), StatementKind.RESTRICTION, place);
    }
    if (rows.end(row) != Nanos.NEVER && rows.endsAs(row) == DecisionState.LIFTED) {
      long told = Math.max(rows.told(row), recorded);
      add(Math.max(rows.end(row), told), StatementKind.LIFTING, place);
    }
  }

  /** The last first, without the first of these. */
  List<Key> newest(int without) {
    List<Key> all = new ArrayList<>(held);
    all.sort(Collections.reverseOrder(ORDER));
    return all.subList(Math.min(without, all.size()), all.size());
  }
}

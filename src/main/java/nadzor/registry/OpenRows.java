package nadzor.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How many things of one kind are open at an instant, by a look at two numbers for each. Kept as
 * the books grow; what was recorded about a thing after what is asked for is worked out anew.
 * Thread-safe.
 */
final class OpenRows {
  private static final int ODD = Integer.MAX_VALUE;

  private final Open kind;
  private long[] from = {};
  private long[] end = {};
  private int[] touched = {};
  private int size;
  private long followed;

  OpenRows(Open kind) {
    this.kind = kind;
  }

  /** How many are open then, as far as is known up to the number of a record. */
  synchronized int count(Books books, long limit, Instant when) {
    follow(books, limit);
    long at = Nanos.of(when);
    int known = kind.size(books, limit);
    int count = 0;
    for (int row = 0; row < known; row++) {
      boolean open =
          touched[row] <= limit
              ? from[row] <= at && at < end[row]
              : kind.time(books, limit, row).has(when);
      count += open ? 1 : 0;
    }
    return count;
  }

  private void follow(Books books, long limit) {
    if (limit <= followed) {
      return;
    }
    int known = kind.size(books, limit);
    if (known > from.length) {
      grow(known + (known >> 2));
    }
    BitSet changed = new BitSet();
    changed.set(size, known);
    size = known;
    kind.ends(books, followed, limit)
        .forEach(
            one -> {
              touched[one.place()] = (int) Math.max(touched[one.place()], one.number());
              changed.set(one.place());
            });
    changed.stream().forEach(row -> set(row, kind.time(books, limit, row)));
    followed = limit;
  }

  private void grow(int room) {
    from = Arrays.copyOf(from, room);
    end = Arrays.copyOf(end, room);
    touched = Arrays.copyOf(touched, room);
  }

  private void set(int row, Open.Time time) {
    from[row] = Nanos.of(time.from());
    end[row] = time.end().map(Nanos::of).orElse(Nanos.NEVER);
    touched[row] = time.hasNumbers() ? touched[row] : ODD;
  }
}

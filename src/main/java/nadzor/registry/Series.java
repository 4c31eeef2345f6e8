package nadzor.registry;

import com.google.common.collect.Lists;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Records in the order of the journal; only ever appended to. One thread writes, any number read: a
 * view never changes, as what it shows was complete when it was made.
 */
final class Series<R extends Recorded<?>> {
  /** What comes before the first of its own: another series as it was at the fork. */
  private final List<R> before;

  private volatile Recorded<?>[] held = {};
  private volatile int size;

  Series() {
    this(List.of());
  }

  private Series(List<R> before) {
    this.before = before;
  }

  /** A series of these. */
  static <R extends Recorded<?>> Series<R> of(List<R> records) {
    Series<R> series = new Series<>();
    series.held = records.toArray(new Recorded<?>[0]);
    series.size = records.size();
    return series;
  }

  /** A series that goes on by itself after that number. */
  Series<R> fork(long limit) {
    return new Series<>(upTo(limit));
  }

  void add(R record) {
    int count = size;
    Recorded<?>[] room = held;
    if (count == room.length) {
      room = Arrays.copyOf(room, count + (count >> 1) + 1);
      held = room;
    }
    room[count] = record;
    size = count + 1;
  }

  /** How many records there are. */
  int size() {
    return before.size() + size;
  }

  /** The records up to that number, inclusive; a view that costs nothing. */
  List<R> upTo(long number) {
    int count = size;
    Recorded<?>[] records = held;
    List<R> own = new View<>(records, countUpTo(records, count, number));
    return before.isEmpty() ? own : joined(own, number);
  }

  private List<R> joined(List<R> own, long number) {
    if (!own.isEmpty()) {
      return new Joined<>(before, own);
    }
    int known = Collections.binarySearch(Lists.transform(before, Recorded::number), number);
    return before.subList(0, known < 0 ? -known - 1 : known + 1);
  }

  /** The last record up to that number. */
  Optional<R> lastUpTo(long number) {
    List<R> known = upTo(number);
    return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
  }

  private static int countUpTo(Recorded<?>[] records, int count, long number) {
    if (count == 0 || records[count - 1].number() <= number) {
      return count;
    }
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (records[middle].number() <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static final class Joined<R> extends AbstractList<R> implements RandomAccess {
    private final List<R> first;
    private final List<R> second;

    Joined(List<R> first, List<R> second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public R get(int index) {
      return index < first.size() ? first.get(index) : second.get(index - first.size());
    }

    @Override
    public int size() {
      return first.size() + second.size();
    }
  }

  private static final class View<R extends Recorded<?>> extends AbstractList<R>
      implements RandomAccess {
    private final Recorded<?>[] records;
    private final int count;

    View(Recorded<?>[] records, int count) {
      this.records = records;
      this.count = count;
    }

    // The array holds what add took, which is an R.
    @SuppressWarnings("unchecked")
    @Override
    public R get(int index) {
      if (index < 0 || index >= count) {
        throw new IndexOutOfBoundsException(index + " of " + count);
      }
      return (R) records[index];
    }

    @Override
    public int size() {
      return count;
    }
  }
}

package nadzor.registry;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Records in the order of the journal; only ever appended to. One thread writes, any number read: a
 * view never changes, as what it shows was complete when it was made.
 */
final class Series<R extends Recorded<?>> {
  private volatile Recorded<?>[] held = {};
  private volatile int size;

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
    return size;
  }

  /** The records up to that number, inclusive; a view that costs nothing. */
  List<R> upTo(long number) {
    int count = size;
    Recorded<?>[] records = held;
    return new View<>(records, countUpTo(records, count, number));
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

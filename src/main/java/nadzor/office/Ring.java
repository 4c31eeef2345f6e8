package nadzor.office;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;

/**
 * The last things that happened, numbered from 1 without gaps; older ones are forgotten.
 * Thread-safe; adding never waits for a reader.
 *
 * @param <T> immutable
 */
public final class Ring<T> {
  /**
   * What came after a number.
   *
   * @param items in order
   * @param missed how many came in between and are forgotten
   * @param last the number of the last item; where there is none the one that was asked for
   */
  public record Batch<T>(List<T> items, long missed, long last) {
    /** Copies the list. */
    public Batch {
      items = List.copyOf(items);
    }
  }

  private final int capacity;
  private final ArrayList<T> held = new ArrayList<>();
  private final CopyOnWriteArrayList<Runnable> readers = new CopyOnWriteArrayList<>();
  private long last;

  /** Holds so many. */
  public Ring(int capacity) {
    this.capacity = capacity;
  }

  /** Adds what is made for the next number, and tells the readers. */
  public T add(LongFunction<T> item) {
    T added;
    synchronized (this) {
      added = item.apply(last + 1);
      int place = (int) (last % capacity);
      if (place < held.size()) {
        held.set(place, added);
      } else {
        held.add(added);
      }
      last++;
    }
    readers.forEach(Runnable::run);
    return added;
  }

  /** At most so many of those after that number; a number that is still to come stands for now. */
  public synchronized Batch<T> after(long number, int most) {
    long from = Math.min(Math.max(number, 0), last);
    long first = Math.max(from, last - held.size());
    long end = Math.min(last, first + most);
    List<T> items = new ArrayList<>();
    for (long i = first; i < end; i++) {
      items.add(held.get((int) (i % capacity)));
    }
    return new Batch<>(items, first - from, end);
  }

  /** All that is held, the latest first. */
  public synchronized List<T> latest() {
    List<T> items = new ArrayList<>(held.size());
    for (long i = last - 1; i >= last - held.size(); i--) {
      items.add(held.get((int) (i % capacity)));
    }
    return items;
  }

  /** The number of the last item; 0 where there was none. */
  public synchronized long last() {
    return last;
  }

  /** Calls the reader, on any thread, after every item; it must be quick. */
  public void watch(Runnable reader) {
    readers.add(reader);
  }

  /** No longer. */
  public void unwatch(Runnable reader) {
    readers.remove(reader);
  }
}

package nadzor.registry;

import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Records of one kind that were found, in the order of the journal; each is fetched when it is
 * read, so that a long list costs four octets a record. Immutable, thread-safe.
 */
public final class Found<E extends Entry> {
  private final List<Recorded<E>> all;
  private final int[] places;

  /** Those in these places, ascending, of all of their kind. */
  Found(List<Recorded<E>> all, int[] places) {
    this.all = all;
    this.places = places;
  }

  /** Those of these records, in any order, that are among all of their kind. */
  static <E extends Entry> Found<E> of(List<Recorded<E>> all, List<? extends Recorded<?>> these) {
    long[] numbers = these.stream().mapToLong(Recorded::number).sorted().toArray();
    int[] places = new int[numbers.length];
    int count = 0;
    int from = 0;
    for (long number : numbers) {
      from = place(all, number, from);
      boolean twice = count > 0 && places[count - 1] == from;
      if (!twice && from < all.size() && all.get(from).number() == number) {
        places[count++] = from;
      }
    }
    return new Found<>(all, Arrays.copyOf(places, count));
  }

  /** The first place from one on that has this number or a later one: near that one, mostly. */
  private static <E extends Entry> int place(List<Recorded<E>> all, long number, int from) {
    int step = 1;
    while (from + step < all.size() && all.get(from + step).number() < number) {
      step *= 2;
    }
    int low = from + step / 2;
    int high = Math.min(all.size(), from + step);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Those that are among the others, too. */
  public Found<E> and(Found<E> others) {
    int[] both = new int[Math.min(places.length, others.places.length)];
    int size = 0;
    int other = 0;
    for (int place : places) {
      while (other < others.places.length && others.places[other] < place) {
        other++;
      }
      if (other < others.places.length && others.places[other] == place) {
        both[size++] = place;
      }
    }
    return new Found<>(all, Arrays.copyOf(both, size));
  }

  /** How many there are. */
  public int size() {
    return places.length;
  }

  /** What they say; a view. */
  public List<E> entries() {
    return Lists.transform(Ints.asList(places), place -> all.get(place).entry());
  }

  /** All of their kind. */
  static <E extends Entry> Found<E> all(List<Recorded<E>> all) {
    return new Found<>(all, IntStream.range(0, all.size()).toArray());
  }
}

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
  static <E extends Entry> Found<E> of(
      List<Recorded<E>> all, List<? extends Recorded<?>> these) {
    int[] places = new int[these.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(all, these.get(i).number());
    }
    return new Found<>(all, Arrays.stream(places).filter(one -> one >= 0).sorted().distinct().toArray());
  }

  private static <E extends Entry> int place(List<Recorded<E>> all, long number) {
    int low = 0;
    int high = all.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long held = all.get(middle).number();
      if (held == number) {
        return middle;
      }
      low = held < number ? middle + 1 : low;
      high = held < number ? high : middle - 1;
    }
    return -1;
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

package nadzor.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What passes of a list that may be long and is not copied. Without a filter a page costs what it
 * shows; with one, where the total is not known beforehand, a look at each. Immutable.
 *
 * @param all the list
 * @param passes empty where all of it does
 * @param known how many pass, where that is known
 */
record Sifted<T>(List<T> all, Optional<Predicate<T>> passes, OptionalInt known) {
  /** All of a list. */
  Sifted(List<T> all) {
    this(all, Optional.empty(), OptionalInt.of(all.size()));
  }

  /** The same with another filter. */
  Sifted<T> and(Predicate<T> filter) {
    return new Sifted<>(
        all, Optional.of(passes.map(one -> one.and(filter)).orElse(filter)), OptionalInt.empty());
  }

  /** The same with a filter that is known to leave so many. */
  Sifted<T> leaving(int total, Predicate<T> filter) {
    return new Sifted<>(all, and(filter).passes, OptionalInt.of(total));
  }

  /** The same with a filter, where something is asked for. */
  Sifted<T> and(Filter given, Predicate<T> filter) {
    return and(given.wanted(), filter);
  }

  /** Without some of which it is known which they are: only those are looked at to count. */
  Sifted<T> without(List<T> some, Predicate<T> filter) {
    int left = total() - (int) some.stream().filter(this::isIn).count();
    return leaving(left, filter);
  }

  /** The same with a filter, if there is one. */
  <F> Sifted<T> and(Optional<F> given, Predicate<T> filter) {
    return given.isEmpty() ? this : and(filter);
  }

  int total() {
    return known.orElseGet(() -> (int) all.stream().filter(this::isIn).count());
  }

  private boolean isIn(T one) {
    return passes.isEmpty() || passes.get().test(one);
  }

  /** Those from one place to before another. */
  List<T> between(int from, int to) {
    return passes.isEmpty()
        ? all.subList(from, to)
        : all.stream().filter(this::isIn).skip(from).limit(to - (long) from).toList();
  }
}

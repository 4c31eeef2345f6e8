package nadzor.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What passes of a list that may be long and is not copied. Without a filter a page costs what it
 * shows; with one, a look at each. Immutable.
 *
 * @param all the list
 * @param passes empty where all of it does
 */
record Sifted<T>(List<T> all, Optional<Predicate<T>> passes) {
  /** All of a list. */
  Sifted(List<T> all) {
    this(all, Optional.empty());
  }

  /** The same with another filter. */
  Sifted<T> and(Predicate<T> filter) {
    return new Sifted<>(all, Optional.of(passes.map(one -> one.and(filter)).orElse(filter)));
  }

  /** The same with a filter, where something is asked for. */
  Sifted<T> and(Filter given, Predicate<T> filter) {
    return and(given.wanted(), filter);
  }

  /** The same with a filter, if there is one. */
  <F> Sifted<T> and(Optional<F> given, Predicate<T> filter) {
    return given.isEmpty() ? this : and(filter);
  }

  int total() {
    return passes.isEmpty() ? all.size() : (int) all.stream().filter(this::isIn).count();
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

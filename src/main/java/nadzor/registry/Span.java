package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/** A time from an instant on, to another one exclusive or for ever. Immutable. */
record Span(Instant from, Instant to) {
  /** All of time. */
  static final Span ALWAYS = new Span(Instant.MIN, Instant.MAX);

  /** When the predicate holds, if it changes at these instants only and not before the first. */
  static List<Span> where(SortedSet<Instant> changes, Predicate<Instant> holds) {
    List<Span> spans = new ArrayList<>();
    Optional<Instant> since = Optional.empty();
    for (Instant change : changes) {
      boolean now = holds.test(change);
      if (now && since.isEmpty()) {
        since = Optional.of(change);
      } else if (!now && since.isPresent()) {
        spans.add(new Span(since.get(), change));
        since = Optional.empty();
      }
    }
    since.ifPresent(from -> spans.add(new Span(from, Instant.MAX)));
    return spans;
  }

  /** When one of each holds, in order. */
  static List<Span> both(List<Span> some, List<Span> others) {
    List<Span> spans = new ArrayList<>();
    for (Span a : some) {
      for (Span b : others) {
        Instant from = a.from.isAfter(b.from) ? a.from : b.from;
        Instant to = a.to.isBefore(b.to) ? a.to : b.to;
        if (from.isBefore(to)) {
          spans.add(new Span(from, to));
        }
      }
    }
    return spans;
  }
}

package nadzor.registry;

import java.time.Instant;

/**
 * An entry in its place in a journal. Immutable.
 *
 * @param number its place, from 1, without gaps
 * @param at when it was recorded; never before an earlier place
 * @param by who recorded it: a person's name, {@code policy}, or the file it was read from
 * @param entry what was recorded
 */
public record Recorded<E extends Entry>(long number, Instant at, String by, E entry) {
  /** Whether it was known then. */
  boolean knownAt(Instant instant) {
    return !at.isAfter(instant);
  }

  /** This record under the type of the entry that it holds. */
  // The entry that is handed in is the one that is held, so its type is the record's.
  @SuppressWarnings("unchecked")
  <F extends Entry> Recorded<F> as(F typed) {
    if (!entry.equals(typed)) {
      throw new IllegalArgumentException(typed.title() + " is not in place " + number);
    }
    return (Recorded<F>) this;
  }
}

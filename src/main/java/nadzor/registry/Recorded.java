package nadzor.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An entry in its place in a journal; two are equal if they say the same. A long journal holds most
 * of its records packed: then the entry is made anew whenever it is asked for. Immutable,
 * thread-safe.
 */
public final class Recorded<E extends Entry> {
  private final Held held;
  private final int number;
  private final int place;

  /**
   * A record.
   *
   * @param number its place, from 1, without gaps
   * @param at when it was recorded; never before an earlier place
   * @param by who recorded it: a person's name, {@code policy}, or the file it was read from
   * @param entry what was recorded
   */
  public Recorded(long number, Instant at, String by, E entry) {
    this(new Whole(number, at, by, entry), 0, 0);
  }

  /** One that is packed in that place. */
  Recorded(Held held, int number, int place) {
    this.held = held;
    this.number = number;
    this.place = place;
  }

  /** Its place in the journal, from 1, without gaps. */
  public long number() {
    return held.number(number);
  }

  /** When it was recorded; never before an earlier place. */
  public Instant at() {
    return held.at(place);
  }

  /** Who recorded it: a person's name, {@code policy}, or the file it was read from. */
  public String by() {
    return held.by(place);
  }

  /** What was recorded. */
  // What the record was made of, or what was packed, is an E.
  @SuppressWarnings("unchecked")
  public E entry() {
    return (E) held.entry(place);
  }

  /** Of what kind it is; where it is packed, that costs less than to ask the entry. */
  public EntryKind kind() {
    return held.kind(place);
  }

  /** The id that it is about. */
  String about() {
    return held.about(place);
  }

  /** Whether it is about this id. */
  boolean isAbout(String id) {
    return held.isAbout(place, id);
  }

  /** Where it is packed; empty where it is held as objects. */
  OptionalInt packed() {
    return held instanceof Packs ? OptionalInt.of(place) : OptionalInt.empty();
  }

  /** Parts of it, where it is a decision that is packed with words of that pool. */
  Optional<Glance> glance(Pool words) {
    return held.glance(place, words);
  }

  /** Whether it was known then. */
  boolean knownAt(Instant instant) {
    return !at().isAfter(instant);
  }

  /** This record under the type of the entry that it holds. */
  // Of one kind of entry there is one class.
  @SuppressWarnings("unchecked")
  <F extends Entry> Recorded<F> as(F typed) {
    if (kind() != typed.kind()) {
      throw new IllegalArgumentException(typed.title() + " is not in place " + number());
    }
    return (Recorded<F>) this;
  }

  private Whole whole() {
    return new Whole(number(), at(), by(), entry());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Recorded<?> record
            && number() == record.number()
            && whole().equals(record.whole()));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number());
  }

  @Override
  public String toString() {
    Whole all = whole();
    return "Recorded[number="
        + all.number()
        + ", at="
        + all.at()
        + ", by="
        + all.by()
        + ", entry="
        + all.entry()
        + "]";
  }
}

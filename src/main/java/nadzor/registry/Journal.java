package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All that was recorded, in order; only ever appended to. In memory: what is kept is the sequence
 * of {@link Recorded} entries, and everything else follows from replaying them. Thread-safe.
 */
public final class Journal {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::happenedAt).thenComparing(Entry::kind);

  /** Who records what a file tells. */
  private static final String NOBODY = "scenario";

  private final Catalogue catalogue;
  private final Books books = new Books();

  /** An empty journal about these platforms. */
  public Journal(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A journal in which everything was recorded when it happened, whatever the order it is given in;
   * entries of one instant in the order of {@link EntryKind}, then as given.
   *
   * @throws RegistryException for the first entry that does not fit
   */
  public static Journal of(Catalogue catalogue, Collection<? extends Entry> entries) {
    Journal journal = new Journal(catalogue);
    inOrder(entries).forEach(journal::append);
    return journal;
  }

  static List<Entry> inOrder(Collection<? extends Entry> entries) {
    return entries.stream().<Entry>map(entry -> entry).sorted(ORDER).toList();
  }

  /**
   * Records the entry at the instant at which it happened.
   *
   * @throws RegistryException if it does not fit what is recorded
   */
  public Recorded<?> append(Entry entry) {
    return append(entry.happenedAt(), NOBODY, entry);
  }

  /**
   * Records the entry.
   *
   * @param at when it is recorded: not before it happened, and not before the last entry
   * @param by who records it
   * @throws RegistryException if it does not fit what is recorded
   */
  public synchronized Recorded<?> append(Instant at, String by, Entry entry) {
    Recorded<?> recorded = check(at, by, entry);
    books.add(recorded);
    return recorded;
  }

  /**
   * The record that {@link #append} would make now, without making it.
   *
   * @throws RegistryException if the entry does not fit what is recorded
   */
  public synchronized Recorded<?> check(Instant at, String by, Entry entry) {
    checkDate(at, entry);
    entry.accept(new Admission(catalogue, books));
    return new Recorded<>(books.entries().size() + 1L, at, by, entry);
  }

  private void checkDate(Instant at, Entry entry) {
    if (at.isBefore(entry.happenedAt())) {
      throw new RegistryException(
          entry.title(),
          "the date " + at + " of its record",
          "an instant not before it happened at " + entry.happenedAt());
    }
    if (at.isBefore(lastAt())) {
      throw new RegistryException(
          entry.title(),
          "the date " + at + " of its record",
          "an instant not before the last record of the journal at " + lastAt());
    }
  }

  /** When the last entry was recorded; {@link Instant#MIN} where there is none. */
  public synchronized Instant lastAt() {
    List<Recorded<?>> entries = books.entries();
    return entries.isEmpty() ? Instant.MIN : entries.get(entries.size() - 1).at();
  }

  /** A copy of all entries, in order. */
  public synchronized List<Recorded<?>> entries() {
    return List.copyOf(books.entries());
  }

  /** Everything known at that instant; later records do not change it. */
  public synchronized Registry at(Instant instant) {
    List<Recorded<?>> known =
        books.entries().stream().filter(entry -> entry.knownAt(instant)).toList();
    return new Registry(catalogue, instant, Books.of(known));
  }

  /** Everything known so far. */
  public synchronized Registry latest() {
    return new Registry(catalogue, lastAt(), Books.of(books.entries()));
  }
}

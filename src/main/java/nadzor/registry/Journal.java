package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that was recorded, in order; only ever appended to. In memory: what is kept is the sequence
 * of {@link Recorded} entries, and everything else follows from replaying them. Thread-safe: one
 * thread records at a time, and any number read meanwhile without waiting.
 */
public final class Journal {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::happenedAt).thenComparing(Entry::kind);

  /** Who records what a file tells. */
  private static final String NOBODY = "scenario";

  private final Catalogue catalogue;
  private final Books books;

  /** A fork, which is short and does not stay, packs nothing. */
  private final Optional<Packs> packs;

  /** An empty journal; platforms and operators are these, and those that cards enter. */
  public Journal(Catalogue catalogue) {
    this.catalogue = catalogue;
    books = new Books();
    packs = Optional.of(new Packs(books.words));
    catalogue.platforms().forEach(books.resources::add);
  }

  private Journal(Catalogue catalogue, Books books) {
    this.catalogue = catalogue;
    this.books = books;
    packs = Optional.empty();
  }

  /** A journal of books that were written down. */
  Journal(Catalogue catalogue, Books books, Packs packs) {
    this.catalogue = catalogue;
    this.books = books;
    this.packs = Optional.of(packs);
    catalogue.platforms().forEach(books.resources::add);
  }

  /**
   * What it is now, to be written down while it goes on.
   *
   * @throws IllegalStateException of a fork
   */
  public synchronized JournalImage image() {
    Packs.Mark mark =
        packs.map(Packs::mark).orElseThrow(() -> new IllegalStateException("a fork is not kept"));
    return new JournalImage(latest(), mark);
  }

  /**
   * A journal that goes on by itself from here: to try what could be recorded. What is recorded in
   * one is not seen in the other. Costs next to nothing, whatever there is.
   */
  public synchronized Journal fork() {
    return new Journal(catalogue, books.fork());
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
    keep(recorded, entry);
    return recorded;
  }

  /**
   * The record that {@link #append} would make now, without making it.
   *
   * @throws RegistryException if the entry does not fit what is recorded
   */
  public synchronized Recorded<?> check(Instant at, String by, Entry entry) {
    checkDate(at, entry);
    entry.accept(new Admission(latest()));
    return new Recorded<>(books.last() + 1, at, by, entry);
  }

  /**
   * Takes back a record that was admitted before, as a store gives it; checks its place only.
   *
   * @throws RegistryException if it is not the next one, or earlier than the last
   */
  public synchronized void restore(Recorded<?> recorded) {
    Entry entry = recorded.entry();
    if (recorded.number() != books.last() + 1) {
      throw new RegistryException(
          entry.title(), "record " + recorded.number(), "record " + (books.last() + 1));
    }
    checkDate(recorded.at(), entry);
    keep(recorded, entry);
  }

  /** Adds a record in the form in which it stays. */
  private void keep(Recorded<?> recorded, Entry entry) {
    Recorded<?> kept =
        packs
            .flatMap(all -> all.add(recorded.number(), recorded.at(), recorded.by(), entry))
            .orElse(recorded);
    books.add(kept, entry);
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
  public Instant lastAt() {
    List<Recorded<?>> all = entries();
    return all.isEmpty() ? Instant.MIN : all.get(all.size() - 1).at();
  }

  /** All entries so far, in order; a view that later entries do not change. */
  public List<Recorded<?>> entries() {
    return books.entries.upTo(Long.MAX_VALUE);
  }

  /** Everything known at that instant; later records do not change it. Costs next to nothing. */
  public Registry at(Instant instant) {
    List<Recorded<?>> all = entries();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).knownAt(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new Registry(catalogue, instant, books, low);
  }

  /**
   * What its first records tell, as the last of them was recorded. Costs next to nothing.
   *
   * @param limit how many; there are at least so many
   */
  public Registry first(long limit) {
    Instant last = limit == 0 ? Instant.MIN : entries().get((int) limit - 1).at();
    return new Registry(catalogue, last, books, limit);
  }

  /** Everything known so far. Costs next to nothing. */
  public Registry latest() {
    return first(entries().size());
  }
}

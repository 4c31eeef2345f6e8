package nadzor.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Catalogue;
import nadzor.registry.Entry;
import nadzor.registry.EntryKind;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.store.KeptJournal;
import nadzor.store.StoreException;

/**
 * The journal, kept in a store before it is seen, with what finds its records again. Written under
 * the office's lock, read by anybody.
 */
final class Records implements AutoCloseable {
  private final KeptJournal kept;
  private final Revisions revisions;

  /**
   * Opens a store with what it holds.
   *
   * @param base platforms that need no card
   */
  Records(Shelf shelf, Catalogue base) {
    kept = KeptJournal.open(shelf.place(), base, shelf.image());
    revisions = new Revisions(kept::latest);
  }

  KeptJournal kept() {
    return kept;
  }

  Journal journal() {
    return kept.journal();
  }

  Revisions revisions() {
    return revisions;
  }

  Registry latest() {
    return kept.latest();
  }

  Registry known(Instant at) {
    return kept.at(at);
  }

  Instant lastAt() {
    return kept.lastAt();
  }

  /** The latest record of that kind about that id. */
  Optional<Recorded<?>> place(EntryKind kind, String about) {
    return kept.latest().record(kind, about);
  }

  /** All of them, or none; returns after the store has synced them to disk. */
  List<Recorded<?>> append(Instant at, String by, List<Entry> entries) {
    try {
      return kept.append(at, by, entries);
    } catch (StoreException e) {
      throw unavailable(e);
    }
  }

  static Refusal unavailable(StoreException e) {
    return new Refusal(
        Refusal.Kind.UNAVAILABLE, "", "store " + e.place() + ": " + e.what(), e.fix());
  }

  /** What would be. */
  Trial trial(Instant at, String by, List<Entry> entries) {
    Journal fork = kept.journal().fork();
    List<Recorded<?>> recorded = new ArrayList<>();
    entries.forEach(entry -> recorded.add(fork.append(at, by, entry)));
    return new Trial(recorded, fork.latest());
  }

  @Override
  public void close() {
    kept.close();
  }

  /** What would have been recorded, and what would be known then. */
  record Trial(List<Recorded<?>> recorded, Registry registry) {
    Trial {
      recorded = List.copyOf(recorded);
    }
  }
}

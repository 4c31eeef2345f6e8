package nadzor.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nadzor.registry.BadJournalImage;
import nadzor.registry.Catalogue;
import nadzor.registry.Entry;
import nadzor.registry.Journal;
import nadzor.registry.JournalImage;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in memory whose every record is in a store first: an entry is checked, written, synced
 * to disk, and only then seen. While the store fails, nothing is recorded and everything can be
 * read; the next record tries the store again. Thread-safe: one writes at a time, and readers never
 * wait for the store.
 */
public final class KeptJournal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptJournal.class);

  private final JournalStore store;
  private final EntryJson json = new EntryJson();
  private final Journal journal;
  private final Head taken;
  private volatile StoreStatus status;

  /** Why nothing is recorded any more. */
  private Optional<StoreException> corrupt = Optional.empty();

  private KeptJournal(JournalStore store, Catalogue base, Optional<Path> image) {
    this.store = store;
    ImageFile.Taken start =
        image
            .flatMap(file -> taken(file, base))
            .orElseGet(() -> new ImageFile.Taken(Head.GENESIS, new Journal(base)));
    this.journal = start.journal();
    this.taken = start.head();
    Head head = new Replay(journal, taken, json).run(store);
    this.status = new StoreStatus(store.place(), head, Optional.empty());
  }

  /** What an image holds, if the store goes on from there; whatever is wrong, the store is read. */
  private Optional<ImageFile.Taken> taken(Path file, Catalogue base) {
    try {
      Optional<ImageFile.Taken> found = ImageFile.read(file, base);
      found.ifPresent(one -> Verification.goesBackTo(store, one.head()));
      return found;
    } catch (IOException | BadJournalImage | BadRecord | BrokenChain e) {
      LOG.warn("{} is not used, all records are read: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Opens the store as its one writer, and reads and checks all of it.
   *
   * @param place a path of a SQLite file whose directory exists, or {@code jdbc:postgresql://...}
   * @param base platforms that need no card
   * @throws StoreException if the store cannot be opened, or holds something else than a journal
   */
  public static KeptJournal open(String place, Catalogue base) {
    return open(JournalStore.open(place), base);
  }

  /** The same with a store that is open, and that is closed with this. */
  public static KeptJournal open(JournalStore store, Catalogue base) {
    return open(store, base, Optional.empty());
  }

  /**
   * The same, where an image that {@link #keepImage} wrote is taken up and only what was recorded
   * since is read; {@link #checkImage} checks the rest of the store later. An image of another
   * journal, or a damaged one, is passed over.
   *
   * @param image where it may be
   */
  public static KeptJournal open(String place, Catalogue base, Path image) {
    return open(JournalStore.open(place), base, Optional.of(image));
  }

  static KeptJournal open(JournalStore store, Catalogue base, Optional<Path> image) {
    try {
      return new KeptJournal(store, base, image);
    } catch (StoreException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Records the entry; returns after it is synced to disk.
   *
   * @param at when it is recorded: not before it happened, and not before the last entry
   * @param by who records it
   * @throws RegistryException if it does not fit what is recorded
   * @throws StoreException if it could not be kept; nothing is recorded then
   */
  public Recorded<?> append(Instant at, String by, Entry entry) {
    return append(at, by, List.of(entry)).get(0);
  }

  /** The same as early as possible: when it happened, or with the last entry if that is later. */
  public synchronized Recorded<?> append(String by, Entry entry) {
    Instant last = journal.lastAt();
    return append(entry.happenedAt().isBefore(last) ? last : entry.happenedAt(), by, entry);
  }

  /**
   * Records all of these entries in one transaction, or none of them; each may rest on those before
   * it. Where a database server has gone and come back since the last record, the connection is
   * made again once before anybody is told.
   *
   * @throws RegistryException for the first that does not fit
   * @throws StoreException if they could not be kept; nothing is recorded then
   */
  public synchronized List<Recorded<?>> append(Instant at, String by, List<Entry> entries) {
    mend();
    List<Recorded<?>> records = admitted(at, by, entries);
    Chain chain = new Chain(status.head());
    List<Row> rows = records.stream().map(one -> chain.add(line(one))).toList();
    if (keep(rows, chain.head())) {
      records.forEach(journal::restore);
      status = new StoreStatus(store.place(), chain.head(), Optional.empty());
    }
    return records;
  }

  /**
   * The records that {@link #append} would make now, without making them; asks nothing of the
   * store.
   *
   * @throws RegistryException for the first entry that does not fit
   */
  public synchronized List<Recorded<?>> check(Instant at, String by, List<Entry> entries) {
    List<Recorded<?>> records = admitted(at, by, entries);
    records.forEach(this::line);
    return records;
  }

  private byte[] line(Recorded<?> recorded) {
    try {
      return json.write(recorded);
    } catch (BadRecord e) {
      throw new RegistryException(
          recorded.entry().title() + " at '" + e.pointer() + "'", e.found(), e.expected());
    }
  }

  /** Checked in a fork of the journal: nobody sees them before they are kept. */
  private List<Recorded<?>> admitted(Instant at, String by, List<Entry> entries) {
    Journal fork = journal.fork();
    List<Recorded<?>> records = new ArrayList<>();
    entries.forEach(entry -> records.add(fork.append(at, by, entry)));
    return List.copyOf(records);
  }

  /**
   * Keeps the rows; false where they were read from the store already: a server had kept them, but
   * its answer was lost.
   */
  private boolean keep(List<Row> rows, Head reached) {
    Head before = status.head();
    try {
      write(rows);
      return true;
    } catch (StoreException e) {
      if (e.fault() != Fault.UNREACHABLE) {
        throw e;
      }
      mend();
      if (status.head().equals(before)) {
        write(rows);
        return true;
      }
      if (!status.head().equals(reached)) {
        throw e; // somebody else wrote meanwhile: what was checked may not fit any more
      }
      return false;
    }
  }

  private void write(List<Row> rows) {
    try {
      store.append(status.head(), rows.iterator());
    } catch (StoreException e) {
      throw failed(e);
    }
  }

  /** After a failure: opens the store again, and takes over what it kept after all. */
  private void mend() {
    if (corrupt.isPresent()) {
      throw failed(corrupt.get());
    }
    if (status.writable()) {
      return;
    }
    try {
      store.reopen();
      checkGoesOn();
      Head head = new Replay(journal, status.head(), json).run(store);
      status = new StoreStatus(store.place(), head, Optional.empty());
    } catch (StoreException e) {
      throw failed(e);
    }
  }

  private void checkGoesOn() {
    try {
      Verification.goesBackTo(store, status.head());
    } catch (BrokenChain e) {
      throw new StoreException(
          Fault.CHANGED, store.place(), "it is not the journal that was read at the start: " + e);
    }
  }

  private StoreException failed(StoreException e) {
    status = new StoreStatus(store.place(), status.head(), Optional.of(e));
    return e;
  }

  /** The head up to which records were not read from the store, but taken from an image. */
  public Head taken() {
    return taken;
  }

  /**
   * Writes an image of the journal as it is now; it goes on meanwhile.
   *
   * @return the head that it has
   * @throws IOException if it cannot be written; one that was there before stands
   */
  public Head keepImage(Path file) throws IOException {
    Head head;
    JournalImage image;
    synchronized (this) {
      head = status.head();
      image = journal.image();
    }
    ImageFile.write(file, head, image);
    return head;
  }

  /**
   * Reads and checks what was taken from an image at the start, beside everything else: follows the
   * chain in the store, and compares each record. Where they differ, nothing is recorded any more.
   *
   * @param goesOn asked now and then; where it says no, nothing is checked any more
   * @throws StoreException if the store cannot be read, or has something else
   */
  public void checkImage(BooleanSupplier goesOn) {
    try {
      new ImageCheck(journal, taken, goesOn).run(store);
    } catch (BrokenChain | BadRecord e) {
      StoreException broken =
          new StoreException(Fault.CORRUPT, store.place(), String.valueOf(e.getMessage()), e);
      synchronized (this) {
        corrupt = Optional.of(broken);
        throw failed(broken);
      }
    }
  }

  /** The journal as it is in memory now; only to be read. */
  public Journal journal() {
    return journal;
  }

  /** Everything known so far. */
  public Registry latest() {
    return journal.latest();
  }

  /** Everything known at that instant. */
  public Registry at(Instant known) {
    return journal.at(known);
  }

  /** All records, in order. */
  public List<Recorded<?>> entries() {
    return journal.entries();
  }

  /** When the last entry was recorded; {@link Instant#MIN} where there is none. */
  public Instant lastAt() {
    return journal.lastAt();
  }

  /** How the store is. */
  public StoreStatus status() {
    return status;
  }

  /** What the store holds: to export it or to follow its chain; closed with this. */
  public JournalSource source() {
    return store;
  }

  @Override
  public synchronized void close() {
    store.close();
  }
}

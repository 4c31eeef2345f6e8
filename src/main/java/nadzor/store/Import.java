package nadzor.store;

import java.io.InputStream;
import java.util.function.Consumer;
import nadzor.registry.Catalogue;
import nadzor.registry.Journal;

/** Reads journals from JSON Lines into a store: all of it, or nothing. */
public final class Import {
  private final JournalStore store;
  private final Catalogue base;

  /**
   * Into that store.
   *
   * @param base platforms that need no card
   */
  public Import(JournalStore store, Catalogue base) {
    this.store = store;
    this.base = base;
  }

  /**
   * Imports a whole journal into an empty store.
   *
   * @param progress is handed each row that was read
   * @return the head that the store has now
   * @throws BadLine for the first line that does not fit; nothing is imported then
   * @throws StoreException if the store has records, or cannot be written; nothing is imported
   */
  public Head whole(InputStream lines, Consumer<Row> progress) {
    Head head = store.head();
    if (head.number() > 0) {
      throw new StoreException(
          Fault.NOT_EMPTY, store.place(), "it holds " + head.number() + " records");
    }
    return read(lines, progress);
  }

  /**
   * Imports what follows the last record of the store: an export that begins after it, or one that
   * begins earlier and has the same records up to it.
   *
   * @throws BadLine as {@link #whole}; also for a gap, and for another record than the store's
   * @throws StoreException if the store cannot be read or written; nothing is imported then
   */
  public Head append(InputStream lines, Consumer<Row> progress) {
    return read(lines, progress);
  }

  /**
   * Reads a whole journal into memory, for no store.
   *
   * @param base platforms that need no card
   * @throws BadLine for the first line that does not fit
   */
  public static Journal journal(InputStream lines, Catalogue base) {
    Journal journal = new Journal(base);
    Follower follower = new Follower(journal, new EntryJson());
    ImportedRows rows = new ImportedRows(new Lines(lines), follower, row -> {});
    rows.begin(Head.GENESIS, new Nothing());
    rows.forEachRemaining(row -> {});
    return journal;
  }

  private Head read(InputStream lines, Consumer<Row> progress) {
    EntryJson json = new EntryJson();
    Journal journal = new Journal(base);
    Head head = new Replay(journal, Head.GENESIS, json).run(store);
    ImportedRows rows = new ImportedRows(new Lines(lines), new Follower(journal, json), progress);
    rows.begin(head, store);
    if (rows.hasNext()) {
      store.append(head, rows);
    }
    return rows.head();
  }
}

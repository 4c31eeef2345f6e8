package nadzor.store;

import com.google.common.collect.Iterators;
import java.util.Iterator;
import nadzor.registry.Recorded;

/** A journal that can be appended to, by one writer. Not thread-safe for writing. */
public interface JournalStore extends JournalSource {
  /**
   * Opens the store for the one writer; makes it where there is none.
   *
   * @param place a path of a SQLite file whose directory exists, or {@code jdbc:postgresql://...}
   * @throws StoreException if it cannot be opened or somebody else writes to it
   */
  static JournalStore open(String place) {
    return PostgresSource.isUrl(place) ? PostgresStore.start(place) : SqliteStore.start(place);
  }

  /**
   * Appends the rows, all or none; returns after the store has synced them to disk. After a failure
   * the next call tries whatever is needed to write again.
   *
   * @param after the head that the first row follows
   * @throws StoreException if nothing could be written, or it is not known whether it was
   */
  void append(Head after, Iterator<Row> rows);

  /**
   * Appends records that were admitted, all or none, as {@link #append} does.
   *
   * @return the head after the last of them
   * @throws BadRecord for a record that cannot be written; nothing is appended then
   */
  default Head appendRecords(Head after, Iterator<? extends Recorded<?>> records) {
    EntryJson json = new EntryJson();
    Chain chain = new Chain(after);
    append(after, Iterators.transform(records, one -> chain.add(json.write(one))));
    return chain.head();
  }

  /**
   * Makes sure that the store can be written, after a failure.
   *
   * @throws StoreException if it cannot
   */
  void reopen();
}

package nadzor.store;

import java.util.function.Consumer;
import nadzor.registry.Catalogue;
import nadzor.registry.Journal;

/** A journal that can be read. Thread-safe. */
public interface JournalSource extends AutoCloseable {
  /**
   * Opens the store to read it, while another process writes to it or not. Takes no lock and
   * changes nothing.
   *
   * @param place a path of a SQLite file, or {@code jdbc:postgresql://...}
   * @throws StoreException if it is missing or cannot be read
   */
  static JournalSource open(String place) {
    return PostgresSource.isUrl(place) ? PostgresSource.open(place) : SqliteSource.open(place);
  }

  /** Which store, without any password. */
  String place();

  /**
   * Hands over the rows after that number, in order, and then tells the head that the store has
   * noted; rows and head are of one moment.
   *
   * @throws StoreException if the store cannot be read
   */
  Head read(long after, Consumer<Row> rows);

  /**
   * The journal in memory, followed and checked as at a start; what is written later is not in it.
   *
   * @param base platforms that need no card
   * @throws StoreException if the store cannot be read, or is corrupt
   */
  default Journal journal(Catalogue base) {
    Journal journal = new Journal(base);
    Head unused = new Replay(journal, Head.GENESIS, new EntryJson()).run(this);
    return journal;
  }

  /** The head that the store has noted. */
  default Head head() {
    return read(Long.MAX_VALUE, row -> {});
  }

  /**
   * Follows the whole chain and reads every record.
   *
   * @return the head, to be noted elsewhere: a journal that was rewritten as a whole has another
   * @throws BrokenChain for the first record that does not hold
   * @throws StoreException if the store cannot be read
   */
  default Head verify(Consumer<Row> progress) {
    return new Verification().run(this, progress);
  }

  /**
   * The same, and that the journal goes back to a head that was noted earlier.
   *
   * @throws BrokenChain also if it does not
   */
  default Head verify(Head noted, Consumer<Row> progress) {
    Head head = verify(progress);
    Verification.goesBackTo(this, noted);
    return head;
  }

  @Override
  void close();
}

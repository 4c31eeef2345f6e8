package nadzor.store;

import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import nadzor.registry.RegistryException;

/**
 * Brings a journal in memory up to what a store holds, follows the whole chain and admits every
 * record again. Used by one thread.
 */
final class Replay {
  private final Journal journal;
  private final ChainCheck check;
  private final EntryJson json;

  Replay(Journal journal, Head from, EntryJson json) {
    this.journal = journal;
    this.check = new ChainCheck(from);
    this.json = json;
  }

  /**
   * Reads what follows.
   *
   * @return the head that was reached, which the store has noted, too
   * @throws StoreException if the store cannot be read; if it is corrupt, with the first record
   *     that is not good
   */
  Head run(JournalSource source) {
    try {
      Head noted =
          new ReadAhead(source).readAs(check.head().number(), this::made, journal::restore);
      check.end(noted);
      return noted;
    } catch (BrokenChain e) {
      throw corrupt(source, String.valueOf(e.getMessage()), e);
    } catch (BadRecord | RegistryException e) {
      throw corrupt(source, "record " + (good() + 1) + ": " + e.getMessage(), e);
    } catch (StoreException e) {
      throw e.fault() == Fault.CORRUPT ? corrupt(source, e.what(), e) : e;
    }
  }

  private StoreException corrupt(JournalSource source, String what, RuntimeException e) {
    long good = good();
    String upTo = good == 0 ? "no record is good" : "the records up to " + good + " are good";
    return new StoreException(Fault.CORRUPT, source.place(), what + " (" + upTo + ")", e);
  }

  private long good() {
    return journal.entries().size();
  }

  /** The record of a row that follows the chain; made by the thread that reads. */
  private Recorded<?> made(Row row) {
    check.follow(row);
    Recorded<?> recorded = json.read(row.line());
    if (recorded.number() != row.number()) {
      throw new BrokenChain(
          row.number(), "number " + recorded.number() + " in its JSON", "the same number");
    }
    return recorded;
  }
}

package nadzor.store;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a journal that was taken from an image against its store: follows the chain, and compares
 * record by record. Used once, by one thread.
 */
final class ImageCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ImageCheck.class);
  private static final int PART = 1_000;

  private final List<Recorded<?>> records;
  private final Head taken;
  private final BooleanSupplier goesOn;
  private final ChainCheck check = new ChainCheck(Head.GENESIS);
  private final EntryJson json = new EntryJson();

  ImageCheck(Journal journal, Head taken, BooleanSupplier goesOn) {
    this.goesOn = goesOn;
    this.records = journal.entries().subList(0, (int) taken.number());
    this.taken = taken;
  }

  /**
   * Reads the store up to where the image was taken.
   *
   * @throws BrokenChain for the first record that is another than the image has, or does not follow
   * @throws BadRecord for one that is no record
   * @throws StoreException if the store cannot be read
   */
  void run(JournalSource source) {
    try {
      Head unused = taken.number() == 0 ? taken : source.read(0, this::row);
      check.end(taken);
    } catch (CancellationException e) {
      LOG.debug("the check of {} ended at record {}", source.place(), check.head().number());
    }
  }

  private void row(Row row) {
    if (row.number() > taken.number()) {
      return;
    }
    if (row.number() % PART == 0 && !goesOn.getAsBoolean()) {
      throw new CancellationException();
    }
    check.follow(row);
    Recorded<?> record = records.get((int) row.number() - 1);
    // A line that an import brought may be the same record in other words.
    if (!Arrays.equals(json.write(record), row.line()) && !json.read(row.line()).equals(record)) {
      throw new BrokenChain(
          row.number(), "another record than the image of the journal has", "the same");
    }
  }
}

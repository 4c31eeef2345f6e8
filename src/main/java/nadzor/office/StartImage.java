package nadzor.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import nadzor.store.KeptJournal;
import nadzor.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image of a long journal that the next start goes on from: it is nothing but quicker than to
 * read all records again. Used under the office's lock, and beside the start.
 */
final class StartImage {
  private static final Logger LOG = LoggerFactory.getLogger(StartImage.class);

  /** A journal of fewer records is read in no time. */
  private static final int LONG = 20_000;

  /** Which share of the records may be newer than the image while the office is open. */
  private static final int SHARE = 8;

  private final Path file;
  private final KeptJournal kept;
  private long records;

  /** Of a journal that was opened with it. */
  StartImage(Path file, KeptJournal kept) {
    this.file = file;
    this.kept = kept;
    this.records = kept.taken();
  }

  /**
   * Checks what the journal was taken from, and writes a new image where that one is old, as the
   * office may end without a word.
   */
  synchronized void prepare(BooleanSupplier goesOn) {
    try {
      kept.checkImage(goesOn);
    } catch (StoreException e) {
      LOG.error("store {}: {}; nothing is recorded any more", kept.status().place(), e.what());
      delete();
    }
    long now = kept.entries().size();
    if (goesOn.getAsBoolean() && now - records > now / SHARE) {
      keep();
    }
  }

  /** Writes a new image if there is anything new. */
  synchronized void keep() {
    long now = kept.entries().size();
    if (now < LONG || now == records || !kept.status().writable()) {
      return;
    }
    try {
      kept.keepImage(file);
      records = now;
    } catch (IOException e) {
      LOG.warn("the next start reads all records: no {}: {}", file, e.toString());
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} should be deleted: {}", file, e.toString());
    }
  }
}

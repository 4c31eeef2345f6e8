package nadzor.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Rule;
import nadzor.store.Head;
import nadzor.store.KeptJournal;
import nadzor.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the next start on a long journal goes on from: an image of the journal, and a version of
 * what is in force. They tell nothing that the journal does not, but a start that has them need not
 * read all records and compile all rules. Thread-safe.
 */
final class StartImage {
  private static final Logger LOG = LoggerFactory.getLogger(StartImage.class);

  /** A journal of fewer records is read in no time. */
  private static final int LONG = 20_000;

  /** Which share of the records may be newer than the image while the office is open. */
  private static final int SHARE = 8;

  /** Octets that must be left on the disk for each record; images take some 160. */
  private static final long ROOM = 1_000;

  private final Shelf shelf;
  private final KeptJournal kept;
  private final Enforcer enforcer;
  private Head head;

  /** Of a journal that was opened with the image of that shelf. */
  StartImage(Shelf shelf, KeptJournal kept, Enforcer enforcer) {
    this.shelf = shelf;
    this.kept = kept;
    this.enforcer = enforcer;
    this.head = kept.taken();
  }

  /** Lets versions be made from the one that goes with the image, where there is one. */
  void takeUp() {
    for (Rule canary : enforcer.canaries()) {
      try {
        new KeptVersion(shelf.version(), canary)
            .read(head, kept.journal())
            .ifPresent(enforcer::makeFrom);
      } catch (IOException | BadVersionImage e) {
        LOG.warn("{} is not used, all rules are compiled: {}", shelf.version(), e.getMessage());
      }
    }
  }

  /**
   * Checks what the journal was taken from, and writes a new image where that one is old, as the
   * office may end without a word.
   */
  synchronized void prepare(BooleanSupplier goesOn) {
    try {
      kept.checkImage(goesOn);
    } catch (StoreException e) {
      LOG.error("store {}: {}; nothing is recorded any more", e.place(), e.what());
      delete(shelf.image());
    }
    long now = kept.entries().size();
    if (goesOn.getAsBoolean() && now - head.number() > now / SHARE) {
      keep();
    }
  }

  /** Writes a new image if there is anything new. */
  synchronized void keep() {
    long now = kept.entries().size();
    if (now < LONG || now == head.number() || !kept.status().writable()) {
      return;
    }
    try {
      requireRoom(now);
      head = kept.keepImage(shelf.image());
      if (!enforcer.keep(shelf.version(), head)) {
        delete(shelf.version());
      }
    } catch (IOException e) {
      LOG.warn("the next start reads all records: no {}: {}", shelf.image(), e.toString());
    }
  }

  /** What is left of a disk is for the journal. */
  private void requireRoom(long now) throws IOException {
    Path folder = Optional.ofNullable(shelf.image().toAbsolutePath().getParent()).orElseThrow();
    long left = Files.getFileStore(folder).getUsableSpace();
    if (left < ROOM * now) {
      throw new IOException("%,d octets are left on the disk".formatted(left));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} should be deleted: {}", file, e.toString());
    }
  }
}

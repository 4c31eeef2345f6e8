package nadzor.store;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import nadzor.registry.BadJournalImage;
import nadzor.registry.Catalogue;
import nadzor.registry.Journal;
import nadzor.registry.JournalImage;

/**
 * The image of a journal in a file, with the head of the chain that it was taken at.
 *
 * <p>Format, numbers with their highest octet first: 8 octets {@code nadzorji}; number (long) and
 * hash (32 octets) of the head; the image; CRC-32C of all that (int), which shows accidents.
 */
final class ImageFile {
  private static final byte[] MAGIC = {'n', 'a', 'd', 'z', 'o', 'r', 'j', 'i'};
  private static final int HASH = 32;
  private static final int HEADER = MAGIC.length + Long.BYTES + HASH;

  private ImageFile() {}

  /** What an image holds. */
  record Taken(Head head, Journal journal) {}

  /**
   * Writes the image beside its place and moves it there.
   *
   * @throws IOException if that fails; a former file is untouched
   */
  static void write(Path file, Head head, JournalImage image) throws IOException {
    WholeFile.write(file, to -> write(to, head, image));
  }

  private static void write(OutputStream to, Head head, JournalImage image) throws IOException {
    CRC32C checksum = new CRC32C();
    OutputStream out = new CheckedOutputStream(to, checksum);
    ByteBuffer header = ByteBuffer.allocate(HEADER).put(MAGIC).putLong(head.number());
    out.write(header.put(head.hash().asBytes()).array());
    image.write(new EntryJson(), out);
    to.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
  }

  /**
   * What the file holds; empty where there is none.
   *
   * @param base platforms and operators that need no card
   * @throws IOException if it cannot be read
   * @throws BadJournalImage if it is damaged, or of another program
   */
  static Optional<Taken> read(Path file, Catalogue base) throws IOException {
    return Files.notExists(file) ? Optional.empty() : Optional.of(read(WholeFile.map(file), base));
  }

  private static Taken read(ByteBuffer all, Catalogue base) {
    int end = all.limit() - Integer.BYTES;
    if (end < HEADER || !isWhole(all, end)) {
      throw new BadJournalImage("it is not whole, or no image of a journal");
    }
    byte[] hash = new byte[HASH];
    all.position(MAGIC.length);
    Head head = new Head(all.getLong(), HashCode.fromBytes(filled(all, hash)));
    ByteBuffer image = all.limit(end).slice();
    Journal journal = JournalImage.read(image, base, new EntryJson());
    if (journal.entries().size() != head.number()) {
      throw new BadJournalImage("it has another number of records than it says");
    }
    return new Taken(head, journal);
  }

  private static boolean isWhole(ByteBuffer all, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(all.duplicate().limit(end));
    boolean begins = all.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    return begins && (int) checksum.getValue() == all.getInt(end);
  }

  private static byte[] filled(ByteBuffer from, byte[] to) {
    from.get(to);
    return to;
  }
}

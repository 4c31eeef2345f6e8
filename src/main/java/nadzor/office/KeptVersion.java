package nadzor.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32C;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;
import nadzor.blocklist.VersionImage;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Journal;
import nadzor.registry.OrderedEntries;
import nadzor.registry.Registry;
import nadzor.store.Head;
import nadzor.store.WholeFile;

/**
 * A long version in a file, from which those that a start puts in force are made. It goes with one
 * image of the journal, and is read with no other.
 *
 * <p>Format, numbers with their highest octet first: how many octets the numbers of its entries
 * take (int), CRC-32C of what comes up to the version itself, without these eight octets (int); the
 * head of the journal (71 to 89 octets, a space); the last record that it knew (long); the numbers;
 * the version without its statements.
 *
 * @param canary the rule that is not of the register
 */
record KeptVersion(Path file, Rule canary) {
  private static final int LENGTHS = 2 * Integer.BYTES;

  /**
   * Writes a version beside its place and moves it there.
   *
   * @throws IOException if that fails
   */
  void write(Head head, Blocklist list, OrderedEntries entries) throws IOException {
    WholeFile.write(file, to -> write(to, head, list, entries));
  }

  private void write(OutputStream to, Head head, Blocklist list, OrderedEntries entries)
      throws IOException {
    byte[] words = words(head);
    int numbers = entries.numbers().size() * Long.BYTES;
    ByteBuffer part = ByteBuffer.allocate(words.length + Long.BYTES + numbers);
    part.put(words).putLong(entries.registry().limit());
    entries.numbers().write(part.slice().asLongBuffer());
    to.write(ByteBuffer.allocate(LENGTHS).putInt(numbers).putInt(sum(part.rewind())).array());
    to.write(part.array());
    VersionImage.writeUnwritten(list, to);
  }

  /** What tells that the file goes with a journal and a canary. */
  private byte[] words(Head head) {
    return (head + " " + canary + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static int sum(ByteBuffer part) {
    CRC32C checksum = new CRC32C();
    checksum.update(part.duplicate());
    return (int) checksum.getValue();
  }

  /**
   * The version, if there is one that goes with a journal that was taken from an image of that
   * head.
   *
   * @throws IOException if the file cannot be read
   * @throws BadVersionImage if it is damaged
   */
  Optional<VersionCard> read(Head taken, Journal journal) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    ByteBuffer all = WholeFile.map(file);
    byte[] words = words(taken);
    int first = LENGTHS + words.length;
    return all.limit() > first && all.slice(LENGTHS, words.length).equals(ByteBuffer.wrap(words))
        ? Optional.of(version(all, first, journal))
        : Optional.empty();
  }

  private VersionCard version(ByteBuffer all, int first, Journal journal) {
    int numbers = all.getInt(0);
    int end = first + Long.BYTES + numbers;
    if (numbers < 0
        || end > all.limit()
        || sum(all.slice(LENGTHS, end - LENGTHS)) != all.getInt(Integer.BYTES)) {
      throw new BadVersionImage("what it was made of is damaged");
    }
    Registry known = journal.first(all.getLong(first));
    LongBuffer codes = all.slice(first + Long.BYTES, numbers).asLongBuffer();
    Blocklist list =
        VersionImage.openUnwritten(all.slice(end, all.limit() - end), known::statement);
    Ordered ordered = new Ordered(canary, new OrderedEntries(known, EntryNumbers.read(codes)));
    return new VersionCard(
        list, Optional.of(ordered), new VersionCard.Made(known.at(), known.at(), Duration.ZERO));
  }
}

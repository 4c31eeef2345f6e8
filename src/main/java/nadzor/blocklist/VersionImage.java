package nadzor.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * A version as octets, for a file: what it is in memory, written down as it stands, so that opening
 * copies nothing and a mapped file serves as the index itself.
 *
 * <p>All numbers have their lowest octet first. Header: 8 octets {@code nadzorbl}, format (int),
 * CRC-32C of all that follows it (int), length of the whole (long), number of the version (long).
 * Then for names, texts, addresses, URLs: base, overlay, and what the overlay changes in the hash
 * (32 octets). Base and overlay each: how many entries and rules; how many octets the pool, the
 * directory, the sources and their offsets take (six ints); the hash (32 octets); and these four.
 *
 * <p>The checksum shows accidents. Who could have changed a file on purpose is kept out by other
 * means; still, nothing that is in what {@link #open} took leads beyond its bounds.
 */
public final class VersionImage {
  static final int HEADER = 32;
  static final int FORMAT = 2;

  /** The same without the statements of decisions, and without the hashes that follow from them. */
  static final int FORMAT_UNWRITTEN = 0x102;

  static final int FORMAT_AT = 8;
  static final int CHECKSUM_AT = 12;
  static final int LENGTH_AT = 16;
  static final int NUMBER_AT = 24;
  static final int ENTRIES_HEADER = 6 * Integer.BYTES;
  static final int HASH = 4 * Long.BYTES;

  private static final int PIECE = 1 << 16;
  private static final byte[] MAGIC = {'n', 'a', 'd', 'z', 'o', 'r', 'b', 'l'};

  private VersionImage() {}

  static byte[] magic() {
    return MAGIC.clone();
  }

  /**
   * Writes a version; works out its content hash where that is not known yet.
   *
   * @throws IOException if the stream does
   * @throws IllegalStateException if it takes more than 2 GiB
   */
  public static void write(Blocklist list, OutputStream to) throws IOException {
    write(list, FORMAT, to);
  }

  /**
   * Writes a version without the statements that are held to be written when they are read: of a
   * register those are most of it. {@link #openUnwritten} asks for them again.
   *
   * @throws IOException if the stream does
   * @throws IllegalStateException if it takes more than 2 GiB
   */
  public static void writeUnwritten(Blocklist list, OutputStream to) throws IOException {
    write(list, FORMAT_UNWRITTEN, to);
  }

  private static void write(Blocklist list, int format, OutputStream to) throws IOException {
    List<ByteBuffer> parts = new ArrayList<>();
    parts.add(header(list, format));
    for (Shelf<? extends EntryIndex> shelf : list.shelves()) {
      entries(shelf.base().entries(), format, parts);
      entries(shelf.overlay().entries(), format, parts);
      parts.add(hash(shelf.change()));
    }
    seal(parts);
    byte[] piece = new byte[PIECE];
    for (ByteBuffer part : parts) {
      copy(part, piece, to);
    }
  }

  private static ByteBuffer header(Blocklist list, int format) {
    return octets(HEADER).put(MAGIC).putInt(FORMAT_AT, format).putLong(NUMBER_AT, list.number());
  }

  private static ByteBuffer octets(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void entries(Entries entries, int format, List<ByteBuffer> to) {
    boolean whole = format == FORMAT;
    Sources sources = whole ? entries.sources().written() : entries.sources();
    to.add(
        octets(ENTRIES_HEADER)
            .putInt(entries.size())
            .putInt(entries.rules())
            .putInt(entries.pool().limit())
            .putInt(entries.directory().blocks().limit())
            .putInt(sources.data().limit())
            .putInt(sources.offsets().limit()));
    to.add(hash(whole ? entries.hash() : ContentHash.EMPTY));
    to.addAll(List.of(entries.pool(), entries.directory().blocks()));
    to.addAll(List.of(sources.data(), sources.offsets()));
  }

  private static ByteBuffer hash(ContentHash hash) {
    return octets(HASH).putLong(hash.a()).putLong(hash.b()).putLong(hash.c()).putLong(hash.d());
  }

  /** Puts length and checksum into the header. */
  private static void seal(List<ByteBuffer> parts) {
    long length = parts.stream().mapToLong(ByteBuffer::limit).sum();
    if (length > Integer.MAX_VALUE) {
      throw new IllegalStateException("a version of " + length + " octets does not fit in a file");
    }
    ByteBuffer header = parts.get(0).putLong(LENGTH_AT, length);
    CRC32C checksum = new CRC32C();
    checksum.update(header.duplicate().position(LENGTH_AT).limit(HEADER));
    parts.stream().skip(1).forEach(part -> checksum.update(part.duplicate().rewind()));
    header.putInt(CHECKSUM_AT, (int) checksum.getValue());
  }

  private static void copy(ByteBuffer part, byte[] piece, OutputStream to) throws IOException {
    ByteBuffer from = part.duplicate().rewind();
    while (from.hasRemaining()) {
      int count = Math.min(piece.length, from.remaining());
      from.get(piece, 0, count);
      to.write(piece, 0, count);
    }
  }

  /**
   * Whether this is of a format that is read, but written no more: {@link #open} lays its rules out
   * anew, which takes as long as compiling them.
   *
   * @param image at least its first twelve octets, where there are so many
   */
  public static boolean isFormer(ByteBuffer image) {
    ByteBuffer head = image.slice().order(ByteOrder.LITTLE_ENDIAN);
    byte[] begin = new byte[MAGIC.length];
    if (head.remaining() < CHECKSUM_AT) {
      return false;
    }
    head.get(begin);
    return Arrays.equals(begin, MAGIC) && head.getInt(FORMAT_AT) == FormerImage.FORMAT;
  }

  /**
   * Opens a version that may come from anywhere, without copying it; the buffer must not change as
   * long as the version is used. Every entry is looked at.
   *
   * @param image all that was written, from the buffer's position to its limit: an array, or a
   *     mapped file
   * @throws BadVersionImage if it is not wholly sound
   */
  public static Blocklist open(ByteBuffer image) {
    return new ImageReader(ordered(image), Optional.empty(), false).read();
  }

  /**
   * As {@link #open}, for a version that this program has kept itself: the checksum says that it is
   * what was written, and the entries are not looked at one by one, which is many times faster. Of
   * an image that was forged so that its checksum is right, a question may throw {@link
   * IndexOutOfBoundsException}, or miss what is listed.
   *
   * @throws BadVersionImage if it is damaged
   */
  public static Blocklist openKept(ByteBuffer image) {
    return new ImageReader(ordered(image), Optional.empty(), true).read();
  }

  /**
   * As {@link #openKept}, what {@link #writeUnwritten} wrote.
   *
   * @param statements by the ids of decisions, asked for when they are read
   * @throws BadVersionImage if it is damaged
   */
  public static Blocklist openUnwritten(ByteBuffer image, Function<String, Notice> statements) {
    return new ImageReader(ordered(image), Optional.of(statements), true).read();
  }

  private static ByteBuffer ordered(ByteBuffer image) {
    return image.slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}

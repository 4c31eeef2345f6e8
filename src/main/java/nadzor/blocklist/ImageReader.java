package nadzor.blocklist;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Reads what {@link VersionImage} wrote, and believes as little of it as is asked. Used once. */
final class ImageReader {
  /** Octets that are summed up in less than a microsecond. */
  private static final int PIECE = 1 << 12;

  private final ByteBuffer image;

  /** Where statements are not in the image. */
  private final Optional<Function<String, Notice>> statements;

  private final boolean believed;

  /**
   * Of an image.
   *
   * @param statements by the ids of decisions, for an image without them
   * @param believed whether a right checksum tells enough
   */
  ImageReader(ByteBuffer image, Optional<Function<String, Notice>> statements, boolean believed) {
    this.image = image;
    this.statements = statements;
    this.believed = believed;
  }

  Blocklist read() {
    int format = checkHeader();
    long number = image.getLong(VersionImage.NUMBER_AT);
    image.position(VersionImage.HEADER);
    try {
      return format == FormerImage.FORMAT ? new FormerImage(image).read(number) : read(number);
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw new BadVersionImage("it points beyond its end", e);
    } catch (IllegalArgumentException e) {
      throw new BadVersionImage(String.valueOf(e.getMessage()), e);
    }
  }

  private Blocklist read(long number) {
    Blocklist list =
        new Blocklist(
            number,
            shelf(Kind.NAME, NameIndex::new),
            shelf(Kind.TEXT, MaskIndex::of),
            shelf(Kind.ADDRESS, AddressIndex::of),
            shelf(Kind.URL, UrlIndex::of));
    if (image.hasRemaining()) {
      throw new BadVersionImage(image.remaining() + " octets after the end");
    }
    return list;
  }

  /** Which format it is of. */
  private int checkHeader() {
    int size = image.limit();
    if (size < VersionImage.HEADER) {
      throw new BadVersionImage("of " + size + " octets, the header alone has 32");
    }
    byte[] magic = new byte[VersionImage.FORMAT_AT];
    image.get(0, magic);
    if (!Arrays.equals(magic, VersionImage.magic())) {
      throw new BadVersionImage("it does not begin as one");
    }
    int format = image.getInt(VersionImage.FORMAT_AT);
    boolean known =
        statements.isPresent()
            ? format == VersionImage.FORMAT_UNWRITTEN
            : format == VersionImage.FORMAT || format == FormerImage.FORMAT;
    if (!known) {
      throw new BadVersionImage(
          "of format " + format + ", which another program wrote: this one reads formats 1 and 2");
    }
    long length = image.getLong(VersionImage.LENGTH_AT);
    if (length != size) {
      throw new BadVersionImage("it has " + size + " octets and says " + length);
    }
    if (checksum() != image.getInt(VersionImage.CHECKSUM_AT)) {
      throw new BadVersionImage("its checksum does not match: it was damaged");
    }
    return format;
  }

  /**
   * In pieces: within one call no collection of garbage can begin, and a page may come from disk.
   */
  private int checksum() {
    CRC32C checksum = new CRC32C();
    Courtesy others = Courtesy.ofLongSteps();
    for (int at = VersionImage.LENGTH_AT; at < image.limit(); at += PIECE) {
      int length = Math.min(PIECE, image.limit() - at);
      checksum.update(image.slice(at, length));
      others.step();
    }
    return (int) checksum.getValue();
  }

  private <I extends EntryIndex> Shelf<I> shelf(Kind kind, Function<Entries, I> layout) {
    Entries base = entries(kind);
    Entries overlay = entries(kind);
    ContentHash change = hash();
    I nothing = layout.apply(Entries.none(kind));
    int size = ShelfCheck.size(base, overlay);
    return new Shelf<>(layout, layout.apply(base), layout.apply(overlay), nothing, change, size);
  }

  private Entries entries(Kind kind) {
    int size = image.getInt();
    int rules = image.getInt();
    int pool = image.getInt();
    int starts = image.getInt();
    int data = image.getInt();
    int offsets = image.getInt();
    ContentHash hash = hash();
    ByteBuffer entries = section(pool);
    Directory directory = Directory.of(section(starts));
    Sources sources = sources(section(data), section(offsets));
    Entries read = new Entries(kind, entries, directory, sources, size, rules);
    EntriesCheck check = new EntriesCheck(read).outline();
    if (!believed) {
      check.whole();
    }
    return statements.isPresent() ? read : new Entries(read, hash);
  }

  private Sources sources(ByteBuffer data, ByteBuffer offsets) {
    Sources bare = new Sources(data, offsets, List.of());
    return statements
        .map(all -> new Sources(data, offsets, HeldNotices.of(bare, all)))
        .orElse(bare);
  }

  private ByteBuffer section(int length) {
    if (length < 0 || length > image.remaining()) {
      throw new BadVersionImage(
          "a part of " + length + " octets where " + image.remaining() + " are left");
    }
    ByteBuffer section = image.slice(image.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    image.position(image.position() + length);
    return section;
  }

  private ContentHash hash() {
    return new ContentHash(image.getLong(), image.getLong(), image.getLong(), image.getLong());
  }
}

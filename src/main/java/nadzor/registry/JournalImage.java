package nadzor.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.List;

/**
 * A journal as it is in memory, to be written down beside its store and taken up again: that takes
 * a small part of the time in which all records are read, packed and indexed anew. It tells nothing
 * that the records do not tell, and can be thrown away. Immutable; a journal goes on while its
 * image is written.
 *
 * <p>Format: {@value #FORMAT}; values that come again; packed records; how many there are of each
 * of {@link #tables}; how many records, and where each is packed, or its line; for {@link #trays}
 * the numbers of records by key; rows of decisions; the index of words.
 */
public final class JournalImage {
  private static final int FORMAT = 1;

  private final Registry known;
  private final Packs.Mark packed;

  JournalImage(Registry known, Packs.Mark packed) {
    this.known = known;
    this.packed = packed;
  }

  /** How many records it has. */
  public long records() {
    return known.limit();
  }

  /**
   * Writes all of it.
   *
   * @param lines of the records that are not packed
   * @throws IOException if the stream does
   */
  public void write(RecordLines lines, OutputStream to) throws IOException {
    ImageOut out = new ImageOut(to);
    Books books = known.books();
    out.number(FORMAT);
    PoolImage.write(books.words, out);
    packed.write(out);
    for (Table<?> table : tables(books)) {
      out.number(table.upTo(known.limit()).size());
    }
    out.number(known.limit());
    for (Recorded<?> record : known.entries()) {
      out.number(record.packed().orElse(-1) + 1L);
      if (record.packed().isEmpty()) {
        byte[] line = lines.write(record);
        out.octets(line, line.length);
      }
    }
    for (Tray<?> tray : trays(books)) {
      tray.write(out, known.limit());
    }
    books.spells.write(known, out);
    books.terms.write(out, books, known.limit());
    out.flush();
  }

  /** Those of which there are many. */
  private static List<Table<? extends Entry>> tables(Books books) {
    return List.of(
        books.violations, books.demands, books.decisions, books.liftings, books.retractions);
  }

  /** Those of kinds of which there are many: of others each record is put in its place anew. */
  private static List<Tray<? extends Entry>> trays(Books books) {
    return List.of(
        books.violationsBy,
        books.demandsIn,
        books.decisionsIn,
        books.decisionsBy,
        books.decisionsUnder,
        books.decisionsOn,
        books.successors);
  }

  /**
   * The journal that was written.
   *
   * @param base platforms and operators that need no card
   * @throws BadJournalImage if it is none, or of another format
   */
  public static Journal read(ByteBuffer image, Catalogue base, RecordLines lines) {
    try {
      ImageIn in = new ImageIn(image);
      require(in.number() == FORMAT, "another format");
      Books books = new Books();
      PoolImage.read(in, books.words);
      Packs packs = new Packs(books.words, in);
      tables(books).forEach(table -> table.reserve(in.count()));
      long limit = in.count();
      for (long number = 1; number <= limit; number++) {
        long place = in.number();
        add(
            books,
            place == 0
                ? lines.read(in.octets())
                : new Recorded<>(packs, (int) number, (int) place - 1));
      }
      for (Tray<? extends Entry> tray : trays(books)) {
        read(tray, in, books.entries.upTo(limit));
      }
      books.spells.read(in, limit);
      books.terms.read(in, limit);
      require(in.isAtEnd(), "more than was written");
      return new Journal(base, books, packs);
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | DateTimeException e) {
      throw new BadJournalImage("no journal was written there", e);
    }
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new BadJournalImage(what);
    }
  }

  // What a tray was written of is what it is read of.
  @SuppressWarnings("unchecked")
  private static <E extends Entry> void read(Tray<E> tray, ImageIn in, List<Recorded<?>> all) {
    tray.read(in, number -> (Recorded<E>) all.get((int) number - 1));
  }

  private static void add(Books books, Recorded<?> record) {
    switch (record.kind()) {
      case VIOLATION -> add(books.violations, record);
      case RETRACTION -> add(books.retractions, record);
      case DEMAND -> add(books.demands, record);
      case DECISION -> add(books.decisions, record);
      case LIFTING -> add(books.liftings, record);
      default -> record.entry().accept(new Filing(books, record));
    }
    books.entries.add(record);
  }

  // Records of one kind hold entries of one class.
  @SuppressWarnings("unchecked")
  private static <E extends Entry> void add(Table<E> table, Recorded<?> record) {
    table.add(record.about(), (Recorded<E>) record);
  }
}

package nadzor.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Records as octets, one after another: a violation of a hundred letters takes some hundred octets,
 * where objects take three times as many. Only ever appended to: one thread adds, any number read
 * the records that they see.
 *
 * <p>A record is: the place of its kind, with {@value #APART} where it was recorded at another
 * instant than it happened; the id that it is about; when it happened; when it was recorded, if
 * apart; who recorded it; and what {@link Packing} writes.
 */
final class Packs implements Held {
  private static final int BITS = 16;
  private static final int MOST = 1 << BITS;
  private static final int FIRST = 1 << 10;
  private static final int APART = 0x80;
  private static final List<EntryKind> KINDS = List.of(EntryKind.values());

  private final Pool pool;
  private final PackWriter out;
  private final Packing packing;
  private volatile byte[][] chunks = new byte[4][0];
  private int chunk;
  private int end;

  Packs(Pool pool) {
    this.pool = pool;
    this.out = new PackWriter(pool);
    this.packing = new Packing(out);
  }

  /** What was written down from others, and goes on in a chunk of its own. */
  Packs(Pool pool, ImageIn in) {
    this(pool);
    int count = in.count();
    byte[][] all = new byte[count + 1][0];
    for (int i = 0; i < count; i++) {
      all[i] = in.octets();
    }
    chunks = all;
    chunk = count;
  }

  /** What there is now; one thread adds meanwhile to what comes behind. */
  Mark mark() {
    return new Mark(chunks.clone(), chunk, end);
  }

  /** The octets of records up to one of them. Immutable. */
  static final class Mark {
    private final byte[][] chunks;

    /** How many chunks come before the last one. */
    private final int full;

    /** How many octets of the last one count. */
    private final int end;

    private Mark(byte[][] chunks, int full, int end) {
      this.chunks = chunks;
      this.full = full;
      this.end = end;
    }

    void write(ImageOut out) throws IOException {
      out.number(full + 1L);
      for (int i = 0; i <= full; i++) {
        out.octets(chunks[i], i < full ? chunks[i].length : end);
      }
    }
  }

  /** The record packed; empty if it is of a kind, or says something, that is not. */
  Optional<Recorded<?>> add(long number, Instant at, String by, Entry entry) {
    if (number > Integer.MAX_VALUE || !write(at, by, entry)) {
      return Optional.empty();
    }
    int place = room(out.length());
    out.copyTo(chunks[chunk], place & (MOST - 1));
    end += out.length();
    return Optional.of(new Recorded<>(this, (int) number, place));
  }

  private boolean write(Instant at, String by, Entry entry) {
    boolean apart = !at.equals(entry.happenedAt());
    out.clear();
    out.octet(KINDS.indexOf(entry.kind()) | (apart ? APART : 0));
    out.text(entry.about());
    out.instant(Instant.EPOCH, entry.happenedAt());
    if (apart) {
      out.instant(entry.happenedAt(), at);
    }
    out.word(by);
    return packing.write(entry);
  }

  /** The place of so many octets, in a chunk of its own where they are many. */
  private int room(int length) {
    if (end + length > chunks[chunk].length) {
      if (chunks[chunk].length > 0) {
        chunk++;
      }
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, 2 * chunk);
      }
      chunks[chunk] = new byte[Math.max(length, Math.min(MOST, FIRST << Math.min(chunk, BITS)))];
      end = 0;
    }
    return (chunk << BITS) | end;
  }

  PackReader reader(int place) {
    return new PackReader(pool, chunks[place >>> BITS], place & (MOST - 1));
  }

  private PackReader afterId(int place) {
    PackReader in = reader(place);
    int unused = in.octet();
    in.skipText();
    return in;
  }

  private boolean isApart(int place) {
    return (reader(place).octet() & APART) != 0;
  }

  @Override
  public long number(int known) {
    return known;
  }

  @Override
  public EntryKind kind(int place) {
    return KINDS.get(reader(place).octet() & ~APART);
  }

  @Override
  public String about(int place) {
    PackReader in = reader(place);
    int unused = in.octet();
    return in.text();
  }

  @Override
  public boolean isAbout(int place, String id) {
    PackReader in = reader(place);
    int unused = in.octet();
    return in.isText(id);
  }

  @Override
  public Instant at(int place) {
    PackReader in = afterId(place);
    Instant happened = in.instant(Instant.EPOCH);
    return isApart(place) ? in.instant(happened) : happened;
  }

  @Override
  public String by(int place) {
    PackReader in = afterId(place);
    skipInstants(in, place);
    return in.word();
  }

  private Instant skipInstants(PackReader in, int place) {
    Instant happened = in.instant(Instant.EPOCH);
    if (isApart(place)) {
      Instant unused = in.instant(happened);
    }
    return happened;
  }

  // Whether it is the same pool is the question.
  @SuppressWarnings("ReferenceEquality")
  @Override
  public Optional<Glance> glance(int place, Pool words) {
    PackReader in = reader(place);
    int head = in.octet();
    if (words != pool || KINDS.get(head & ~APART) != EntryKind.DECISION) {
      return Optional.empty();
    }
    String id = in.text();
    in.skipInstant();
    if ((head & APART) != 0) {
      in.skipInstant();
    }
    int unused = in.skipWord();
    return Optional.of(Unpacking.glance(in, id));
  }

  @Override
  public Entry entry(int place) {
    PackReader in = reader(place);
    int unused = in.octet();
    String about = in.text();
    Instant happened = skipInstants(in, place);
    int unusedBy = in.skipWord();
    return new Unpacking(in, about, happened).entry(kind(place));
  }
}

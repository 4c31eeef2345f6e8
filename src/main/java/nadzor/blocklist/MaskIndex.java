package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Text masks, each kept under one window of its text. A name is walked once; at each place a filter
 * of 16 or more bits a mask (two of them set, in one word: a blocked Bloom filter, Putze, Sanders
 * and Singler 2007) says nearly always that no mask has its window here, and what passes it is
 * compared octet by octet. Immutable, thread-safe.
 *
 * <p>An entry of the pool: number of its match (int), place, where the window begins, length of the
 * text (one octet each), text.
 */
final class MaskIndex implements RuleIndex<TextMatcher> {
  static final int HEADER = 7;

  private static final byte END = TextMatcher.Place.END.code();
  private static final byte START = TextMatcher.Place.START.code();

  static final Layout<TextMatcher, MaskIndex> LAYOUT =
      new Layout<>() {
        @Override
        public boolean takes(Matcher matcher) {
          return matcher instanceof TextMatcher;
        }

        @Override
        public TextMatcher keyOf(Matcher matcher) {
          return (TextMatcher) matcher;
        }

        @Override
        public MaskIndex build(Map<TextMatcher, List<Rule>> entries) {
          return new MaskIndexBuilder(entries).build();
        }
      };

  /** Receives the offset of an entry that holds a name. */
  interface Hits {
    /** For who wants the measures only. */
    Hits UNHEARD = offset -> {};

    void hit(int offset);
  }

  private final long[][] filters;
  private final long[] table;
  private final byte[] pool;
  private final Match[] matches;
  private final int size;

  /**
   * @param filters one for each width of windows, empty where that width does not occur
   */
  MaskIndex(long[][] filters, long[] table, byte[] pool, Match[] matches, int size) {
    this.filters = filters;
    this.table = table;
    this.pool = pool;
    this.matches = matches;
    this.size = size;
  }

  /** The bits of a window in its word of the filter. */
  static long filterBits(long mixed) {
    return 1L << mixed | 1L << (mixed >>> 6);
  }

  /** The word of a window in a filter of this length, a power of two. */
  static int filterWord(long mixed, int length) {
    return (int) (mixed >>> 32) & (length - 1);
  }

  private static boolean mayHold(long[] filter, long mixed) {
    long bits = filterBits(mixed);
    return (filter[filterWord(mixed, filter.length)] & bits) == bits;
  }

  /**
   * Finds all masks that hold a name, those that have an entry in another index left out. Does not
   * allocate.
   *
   * @param hits is told of each, of some more than once
   * @return the measures they order, as bits
   */
  int scan(byte[] name, int length, MaskIndex hiding, Hits hits) {
    int orders = 0;
    for (int width = Math.min(length, Window.WIDEST); width > 0; width--) {
      if (filters[width].length > 0) {
        orders |= scan(width, name, length, hiding, hits);
      }
    }
    return orders;
  }

  /** Looks for the windows of one width: few short masks cost little beside many long ones. */
  private int scan(int width, byte[] name, int length, MaskIndex hiding, Hits hits) {
    long[] filter = filters[width];
    int orders = 0;
    long window = Window.last(name, length, width - 1);
    for (int at = length - width; at >= 0; at--) {
      window = Window.before(window, name[at]);
      long mixed = OctetHash.mix(Window.narrowed(window, width));
      if (mayHold(filter, mixed)) {
        orders |= compare(mixed, name, at, length, hiding, hits);
      }
    }
    return orders;
  }

  private int compare(long mixed, byte[] name, int at, int length, MaskIndex hiding, Hits hits) {
    int orders = 0;
    for (int slot = first(mixed); table[slot] != 0; slot = after(slot)) {
      int offset = (int) table[slot] - 1;
      if (isOf(table[slot], mixed)
          && holds(offset, name, at, length)
          && !hiding.hides(pool, offset)) {
        orders |= Numbering.orders(number(offset));
        hits.hit(offset);
      }
    }
    return orders;
  }

  private int first(long mixed) {
    return (int) mixed & (table.length - 1);
  }

  private int after(int slot) {
    return (slot + 1) & (table.length - 1);
  }

  private static boolean isOf(long word, long mixed) {
    return (word ^ mixed) >>> 32 == 0;
  }

  private boolean holds(int offset, byte[] name, int at, int length) {
    int from = at - windowAt(pool, offset);
    int to = from + textLength(pool, offset);
    int place = pool[offset + 4];
    boolean there = from >= 0 && to <= length;
    boolean placed = (place != START || from == 0) && (place != END || to == length);
    return there && placed && isText(offset, name, from, to);
  }

  private boolean isText(int offset, byte[] other, int from, int to) {
    int start = offset + HEADER;
    return Arrays.equals(pool, start, start + textLength(pool, offset), other, from, to);
  }

  private static int windowAt(byte[] pool, int offset) {
    return pool[offset + 5] & 0xff;
  }

  private static int textLength(byte[] pool, int offset) {
    return pool[offset + 6] & 0xff;
  }

  private int number(int offset) {
    return OctetIndex.getInt(pool, offset);
  }

  /** What the entry holds. */
  Match match(int offset) {
    return matches[Numbering.index(number(offset))];
  }

  /** Whether there is an entry for the mask of another index's entry. */
  private boolean hides(byte[] otherPool, int offset) {
    int from = offset + HEADER;
    int to = from + textLength(otherPool, offset);
    return size > 0 && locate(otherPool[offset + 4], otherPool, from, to) != OctetIndex.ABSENT;
  }

  /** The entry of one mask: its window is not known, but it is one of those of its text. */
  private int locate(int place, byte[] text, int from, int to) {
    int width = Math.min(to - from, Window.WIDEST);
    long[] filter = filters[width];
    for (int at = from; filter.length > 0 && at + width <= to; at++) {
      long mixed = Window.hash(text, at, width);
      int offset =
          mayHold(filter, mixed) ? locateAt(mixed, place, text, from, to) : OctetIndex.ABSENT;
      if (offset != OctetIndex.ABSENT) {
        return offset;
      }
    }
    return OctetIndex.ABSENT;
  }

  private int locateAt(long mixed, int place, byte[] text, int from, int to) {
    for (int slot = first(mixed); table[slot] != 0; slot = after(slot)) {
      int offset = (int) table[slot] - 1;
      if (isOf(table[slot], mixed) && pool[offset + 4] == place && isText(offset, text, from, to)) {
        return offset;
      }
    }
    return OctetIndex.ABSENT;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long residentBytes() {
    long words = table.length;
    for (long[] filter : filters) {
      words += filter.length;
    }
    return words * Long.BYTES + pool.length;
  }

  @Override
  public Optional<List<Rule>> at(TextMatcher mask) {
    byte[] text = mask.octets();
    int offset = size == 0 ? OctetIndex.ABSENT : locate(mask.place().code(), text, 0, text.length);
    return offset == OctetIndex.ABSENT ? Optional.empty() : Optional.of(match(offset).rules());
  }

  @Override
  public void forEach(BiConsumer<TextMatcher, List<Rule>> to) {
    for (int offset = 0; offset < pool.length; ) {
      int length = textLength(pool, offset);
      String text = new String(pool, offset + HEADER, length, StandardCharsets.US_ASCII);
      to.accept(
          new TextMatcher(text, TextMatcher.Place.of(pool[offset + 4])), match(offset).rules());
      offset += HEADER + length;
    }
  }
}

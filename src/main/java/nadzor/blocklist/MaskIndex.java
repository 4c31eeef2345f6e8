package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * Text masks, each found by one window of its text. A name is walked once; at each place a filter
 * of 16 or more bits a mask (two of them set, in one word: a blocked Bloom filter, Putze, Sanders
 * and Singler 2007) says nearly always that no mask has its window here, and what passes it is
 * compared octet by octet. Immutable, thread-safe.
 */
final class MaskIndex implements EntryIndex {
  private static final byte END = TextMatcher.Place.END.code();
  private static final byte START = TextMatcher.Place.START.code();

  /** Receives the offset of an entry that holds a name. */
  interface Hits {
    /** For who wants the measures only. */
    Hits UNHEARD = offset -> {};

    void hit(int offset);
  }

  private final Entries entries;
  private final MaskWindows windows;

  private MaskIndex(Entries entries, MaskWindows windows) {
    this.entries = entries;
    this.windows = windows;
  }

  static MaskIndex of(Entries entries) {
    return new MaskIndex(entries, MaskWindows.of(entries));
  }

  @Override
  public Entries entries() {
    return entries;
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
      if (windows.occur(width)) {
        orders |= scan(width, name, length, hiding, hits);
      }
    }
    return orders;
  }

  /** Looks for the windows of one width: few short masks cost little beside many long ones. */
  private int scan(int width, byte[] name, int length, MaskIndex hiding, Hits hits) {
    long[] filter = windows.filter(width);
    int orders = 0;
    long window = Window.last(name, length, width - 1);
    for (int at = length - width; at >= 0; at--) {
      window = Window.before(window, name[at]);
      long mixed = OctetHash.mix(Window.narrowed(window, width));
      if (MaskWindows.mayHold(filter, mixed)) {
        orders |= compare(mixed, name, at, length, hiding, hits);
      }
    }
    return orders;
  }

  private int compare(long mixed, byte[] name, int at, int length, MaskIndex hiding, Hits hits) {
    int orders = 0;
    int slot = windows.first(mixed);
    for (long word = windows.word(slot); word != 0; word = windows.word(slot)) {
      int offset = MaskWindows.offset(word);
      if (MaskWindows.isOf(word, mixed)
          && holds(offset, name, at - MaskWindows.windowAt(word), length)
          && hiding.entries.locate(entries, offset) == Entries.ABSENT) {
        orders |= entries.self(offset);
        hits.hit(offset);
      }
      slot = windows.after(slot);
    }
    return orders;
  }

  /** Whether the text of a mask stands in a name from here on, and where it has to. */
  private boolean holds(int offset, byte[] name, int from, int length) {
    ByteBuffer pool = entries.pool();
    int key = Entry.key(pool, offset);
    int text = Entry.keyLength(pool, offset) - 1;
    int place = pool.get(key);
    boolean there = from >= 0 && from + text <= length;
    boolean placed = (place != START || from == 0) && (place != END || from + text == length);
    return there && placed && isText(pool, key + 1, text, name, from);
  }

  private static boolean isText(ByteBuffer pool, int at, int text, byte[] name, int from) {
    for (int i = 0; i < text; i++) {
      if (pool.get(at + i) != name[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** What the entry holds. */
  Match match(int offset) {
    return entries.match(offset, RuleCode.SELF);
  }

  @Override
  public long bytes() {
    return windows.bytes();
  }
}

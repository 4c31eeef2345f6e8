package nadzor.blocklist;

import java.util.Arrays;

/**
 * By which window each mask is looked for: an open-addressed table (fingerprint, where in the text
 * the window begins, offset of the mask's entry) behind a filter for each width of windows. Worked
 * out from the entries wherever these come from. Filled by one thread, then immutable.
 */
final class MaskWindows {
  private static final int FILTER_BITS = 16;
  private static final int PLACE_SHIFT = 32;
  private static final int PRINT_SHIFT = 40;

  private final long[][] filters = new long[Window.WIDEST + 1][];
  private final long[] table;

  private MaskWindows(int masks, int[] widths) {
    table = new long[Integer.highestOneBit(Math.max(2, masks) * 2 - 1) * 2];
    Arrays.setAll(filters, width -> new long[filterLength(widths[width])]);
  }

  static MaskWindows of(Entries masks) {
    Anchors anchors = new Anchors(masks.size());
    int[] widths = new int[Window.WIDEST + 1];
    masks.forEach(
        offset -> {
          byte[] text = text(masks, offset);
          anchors.count(text);
          widths[Anchors.width(text)]++;
        });
    MaskWindows windows = new MaskWindows(masks.size(), widths);
    masks.forEach(
        offset -> {
          byte[] text = text(masks, offset);
          windows.add(text, anchors.choose(text), offset);
        });
    return windows;
  }

  private static byte[] text(Entries masks, int offset) {
    byte[] key = masks.key(offset);
    return Arrays.copyOfRange(key, 1, key.length);
  }

  private static int filterLength(int masks) {
    int words = Math.max(1, masks / (Long.SIZE / FILTER_BITS));
    return masks == 0 ? 0 : Integer.highestOneBit(words * 2 - 1);
  }

  private void add(byte[] text, int windowAt, int offset) {
    int width = Anchors.width(text);
    long mixed = Window.hash(text, windowAt, width);
    int slot = first(mixed);
    while (table[slot] != 0) {
      slot = after(slot);
    }
    table[slot] =
        mixed >>> PRINT_SHIFT << PRINT_SHIFT | (long) windowAt << PLACE_SHIFT | (offset + 1);
    long[] filter = filters[width];
    filter[filterWord(mixed, filter.length)] |= filterBits(mixed);
  }

  private static long filterBits(long mixed) {
    return 1L << mixed | 1L << (mixed >>> 6);
  }

  private static int filterWord(long mixed, int length) {
    return (int) (mixed >>> 32) & (length - 1);
  }

  /** Whether a mask may have this window; never a wrong no. */
  static boolean mayHold(long[] filter, long mixed) {
    long bits = filterBits(mixed);
    return (filter[filterWord(mixed, filter.length)] & bits) == bits;
  }

  /** Whether any mask has a window of this width. */
  boolean occur(int width) {
    return filters[width].length > 0;
  }

  long[] filter(int width) {
    return filters[width];
  }

  int first(long mixed) {
    return (int) mixed & (table.length - 1);
  }

  int after(int slot) {
    return (slot + 1) & (table.length - 1);
  }

  /** What stands in a slot; 0 for nothing. */
  long word(int slot) {
    return table[slot];
  }

  static boolean isOf(long word, long mixed) {
    return (word ^ mixed) >>> PRINT_SHIFT == 0;
  }

  static int offset(long word) {
    return (int) word - 1;
  }

  static int windowAt(long word) {
    return (int) (word >>> PLACE_SHIFT) & 0xff;
  }

  long bytes() {
    long words = table.length;
    for (long[] filter : filters) {
      words += filter.length;
    }
    return words * Long.BYTES;
  }
}

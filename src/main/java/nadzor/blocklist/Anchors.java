package nadzor.blocklist;

/**
 * Chooses for each mask the window that is rarest among all masks of a list, so that a name that
 * looks like many of them is compared with few. The windows are counted in a table of small
 * counters that several may share: a poor choice costs time, never a hit. Used by one thread.
 */
final class Anchors {
  private static final int COUNTERS_PER_MASK = 4;
  private static final int MOST_COUNTERS = 1 << 24;
  private static final byte FULL = Byte.MAX_VALUE;

  private final byte[] counters;

  /** For so many masks. */
  Anchors(int masks) {
    int wanted = Math.min(Math.max(2, masks), MOST_COUNTERS / COUNTERS_PER_MASK);
    counters = new byte[Integer.highestOneBit(wanted * 2 - 1) * COUNTERS_PER_MASK];
  }

  /** Counts the windows of one mask. */
  void count(byte[] text) {
    int width = width(text);
    for (int at = 0; at + width <= text.length; at++) {
      count(counter(text, at, width));
    }
  }

  private void count(int counter) {
    counters[counter] += counters[counter] == FULL ? (byte) 0 : (byte) 1;
  }

  private int counter(byte[] text, int at, int width) {
    return (int) Window.hash(text, at, width) & (counters.length - 1);
  }

  /** How wide the window of a text is. */
  static int width(byte[] text) {
    return Math.min(text.length, Window.WIDEST);
  }

  /** Where in a text its rarest window begins. */
  int choose(byte[] text) {
    int width = width(text);
    int best = 0;
    for (int at = 1; at + width <= text.length; at++) {
      if (counters[counter(text, at, width)] < counters[counter(text, best, width)]) {
        best = at;
      }
    }
    return best;
  }
}

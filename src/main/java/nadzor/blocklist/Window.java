package nadzor.blocklist;

/**
 * The octets of a mask by which it is looked for: eight of them, or the whole text where it is
 * shorter, as a number whose lowest octet comes first. Walking a name from its end, {@link #before}
 * yields the window at each place in a few instructions.
 */
final class Window {
  /** The most octets of a window. */
  static final int WIDEST = Long.BYTES;

  private Window() {}

  /** The widest window one place further to the front. */
  static long before(long window, byte octet) {
    return window << Byte.SIZE | (octet & 0xff);
  }

  /** Only the first octets, 1 to {@link #WIDEST}. */
  static long narrowed(long window, int width) {
    return window & (-1L >>> (Long.SIZE - width * Byte.SIZE));
  }

  /** The window of the last octets of a name, {@code count} of them. */
  static long last(byte[] name, int length, int count) {
    long window = 0;
    for (int i = length - 1; i >= length - count; i--) {
      window = before(window, name[i]);
    }
    return window;
  }

  /** The mixed hash of the window of a text at a place. */
  static long hash(byte[] text, int at, int width) {
    return OctetHash.mix(last(text, at + width, width));
  }
}

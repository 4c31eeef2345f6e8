package nadzor.wire;

/**
 * Reads big-endian numbers from a stretch of an array and never beyond it: a number that is not
 * there is {@link #MISSING}, and then so is everything after it. Not thread-safe.
 */
final class Cursor {
  /** What is read where nothing is left. */
  static final int MISSING = -1;

  private final byte[] octets;
  private final int limit;
  private int position;

  Cursor(byte[] octets, int offset, int length) {
    this.octets = octets;
    this.position = offset;
    this.limit = offset + length;
  }

  int position() {
    return position;
  }

  int remaining() {
    return limit - position;
  }

  int u8() {
    return number(1);
  }

  int u16() {
    return number(2);
  }

  int u24() {
    return number(3);
  }

  /**
   * A variable-length integer of QUIC, 0 to 2^62 - 1 (RFC 9000 section 16); {@link #MISSING} where
   * its octets are not all there.
   */
  long varint() {
    int first = u8();
    if (first == MISSING) {
      return MISSING;
    }
    long value = first & 0x3f;
    for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
      int next = u8();
      if (next == MISSING) {
        return MISSING;
      }
      value = (value << 8) | next;
    }
    return value;
  }

  /** Passes over this many octets; false where fewer are left (also for {@link #MISSING}). */
  boolean skip(long count) {
    if (count < 0 || count > remaining()) {
      position = limit;
      return false;
    }
    position += (int) count;
    return true;
  }

  private int number(int width) {
    int start = position;
    if (!skip(width)) {
      return MISSING;
    }
    int value = 0;
    for (int i = 0; i < width; i++) {
      value = (value << 8) | (octets[start + i] & 0xff);
    }
    return value;
  }
}

package nadzor.blocklist;

import java.nio.ByteBuffer;

/** Numbers of one to five octets, seven bits each, the lowest first (LEB128). Does not allocate. */
final class Varint {
  /** The most octets of a number. */
  static final int MOST = 5;

  private static final int BITS = 7;
  private static final int LOW = (1 << BITS) - 1;

  private Varint() {}

  /** Writes a number, taken as unsigned; returns where it ends. */
  static int put(byte[] to, int at, int value) {
    int rest = value;
    int next = at;
    while ((rest & ~LOW) != 0) {
      to[next++] = (byte) (rest | 0x80);
      rest >>>= BITS;
    }
    to[next++] = (byte) rest;
    return next;
  }

  /** The number that begins here. */
  static int get(ByteBuffer from, int at) {
    byte first = from.get(at);
    return first >= 0 ? first : longer(from, at);
  }

  private static int longer(ByteBuffer from, int at) {
    int value = 0;
    for (int i = 0; i < MOST; i++) {
      byte octet = from.get(at + i);
      value |= (octet & LOW) << (BITS * i);
      if (octet >= 0) {
        break;
      }
    }
    return value;
  }

  /** Where the number that begins here ends. */
  static int after(ByteBuffer from, int at) {
    int next = at;
    while (next < at + MOST - 1 && from.get(next) < 0) {
      next++;
    }
    return next + 1;
  }
}

package nadzor.censor;

import java.util.Arrays;

/** Octets of several segments, one behind the other. Not thread-safe. */
final class Gathering {
  private static final byte[] NOTHING = {};

  private byte[] octets = NOTHING;
  private int length;

  boolean isEmpty() {
    return length == 0;
  }

  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  void clear() {
    octets = NOTHING;
    length = 0;
  }

  void add(byte[] more, int offset, int count) {
    if (length + count > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + count));
    }
    System.arraycopy(more, offset, octets, length, count);
    length += count;
  }

  /** Keeps these alone; they may be a part of what is held. */
  void keep(byte[] from, int offset, int count) {
    if (from == octets && offset == 0) {
      length = count;
    } else {
      octets = Arrays.copyOfRange(from, offset, offset + count);
      length = count;
    }
  }
}

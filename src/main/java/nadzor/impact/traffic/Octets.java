package nadzor.impact.traffic;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads numbers and stretches of octets from a stream. Not thread-safe. */
final class Octets {
  private final InputStream in;
  private final byte[] four = new byte[4];
  private boolean littleEndian;

  Octets(InputStream in) {
    this.in = in;
  }

  void littleEndian(boolean little) {
    littleEndian = little;
  }

  /** Whether nothing is left; else the next four octets are in {@link #first()}. */
  boolean atEnd() throws IOException {
    int got = in.readNBytes(four, 0, 4);
    if (got != 0 && got != 4) {
      throw new EOFException("in the middle of a record");
    }
    return got == 0;
  }

  /** The number that {@link #atEnd} read, unsigned. */
  long first() {
    return number(four, 0, 4);
  }

  /** Four octets, unsigned. */
  long u32() throws IOException {
    fill(four, 4);
    return first();
  }

  void fill(byte[] into, int count) throws IOException {
    if (in.readNBytes(into, 0, count) != count) {
      throw new EOFException("in the middle of a record");
    }
  }

  void skip(long count) throws IOException {
    in.skipNBytes(count);
  }

  /** An unsigned number of up to eight octets within an array, in this stream's order. */
  long number(byte[] from, int at, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      int index = littleEndian ? at + width - 1 - i : at + i;
      value = value << 8 | (from[index] & 0xff);
    }
    return value;
  }
}

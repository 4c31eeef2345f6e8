package nadzor.registry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link ImageOut} wrote; throws {@link BufferUnderflowException} beyond the end. Used
 * by one thread.
 */
final class ImageIn {
  private final ByteBuffer in;

  ImageIn(ByteBuffer in) {
    this.in = in.slice();
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte octet = in.get();
    while (octet < 0) {
      value |= (octet & 0x7fL) << shift;
      shift += 7;
      octet = in.get();
    }
    return value | ((long) octet << shift);
  }

  /** A number of things of which each takes at least one octet. */
  int count() {
    long count = number();
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) count;
  }

  byte[] octets() {
    byte[] octets = new byte[count()];
    in.get(octets);
    return octets;
  }

  String text() {
    return new String(octets(), StandardCharsets.UTF_8);
  }

  long[] longs(int count) {
    long[] column = new long[count];
    in.asLongBuffer().get(column);
    in.position(in.position() + count * Long.BYTES);
    return column;
  }

  int[] ints(int count) {
    int[] column = new int[count];
    in.asIntBuffer().get(column);
    in.position(in.position() + count * Integer.BYTES);
    return column;
  }

  boolean isAtEnd() {
    return !in.hasRemaining();
  }
}

package nadzor.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/** Writes numbers, texts and columns, which {@link ImageIn} reads. Used by one thread. */
final class ImageOut {
  private static final int PIECE = 1 << 16;

  private final OutputStream out;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

  ImageOut(OutputStream out) {
    this.out = out;
  }

  private ByteBuffer room(int octets) throws IOException {
    if (piece.remaining() < octets) {
      flush();
    }
    return piece;
  }

  /** Hands all that was written to the stream. */
  void flush() throws IOException {
    out.write(piece.array(), 0, piece.position());
    piece.clear();
  }

  /** A number from 0, which is mostly small. */
  void number(long value) throws IOException {
    ByteBuffer to = room(10);
    long left = value;
    while (left > 0x7f || left < 0) {
      to.put((byte) (left | 0x80));
      left >>>= 7;
    }
    to.put((byte) left);
  }

  void text(String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    octets(octets, octets.length);
  }

  /** The first of some octets, and how many. */
  void octets(byte[] octets, int count) throws IOException {
    number(count);
    if (count <= PIECE) {
      room(count).put(octets, 0, count);
    } else {
      flush();
      out.write(octets, 0, count);
    }
  }

  /** The first of some numbers of 64 bits. */
  void longs(long[] column, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      room(Long.BYTES).putLong(column[i]);
    }
  }

  /** So many numbers of 32 bits. */
  void ints(int count, IntUnaryOperator at) throws IOException {
    for (int i = 0; i < count; i++) {
      room(Integer.BYTES).putInt(at.applyAsInt(i));
    }
  }
}

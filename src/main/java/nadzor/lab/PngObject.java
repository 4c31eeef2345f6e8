package nadzor.lab;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A valid picture of an exact size: a square of coloured bands, its pixels stored and not
 * compressed, and a private chunk that fills the rest (PNG, W3C Recommendation, 2nd edition; RFC
 * 1950; RFC 1951 section 3.2.4). The same size and seed give the same octets everywhere.
 */
final class PngObject {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK = 12;
  private static final int MAX_STORED = 65_535;

  private PngObject() {}

  /** A picture of {@code size} octets, at least 100; the seed picks its colours. */
  static byte[] of(int size, int seed) {
    int side = Math.max(1, (int) Math.sqrt(size / 3.0));
    byte[] head = header(side);
    byte[] zlib = zlib(pixels(side, seed));
    while (left(size, head, zlib) < 0 && side > 1) {
      side--;
      head = header(side);
      zlib = zlib(pixels(side, seed));
    }
    ByteArrayDataOutput out = ByteStreams.newDataOutput(size);
    out.write(SIGNATURE);
    chunk(out, "IHDR", head);
    chunk(out, "IDAT", zlib);
    chunk(out, "fiLl", new byte[left(size, head, zlib)]);
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static int left(int size, byte[] head, byte[] zlib) {
    return size - SIGNATURE.length - 4 * CHUNK - head.length - zlib.length;
  }

  private static byte[] header(int side) {
    ByteArrayDataOutput out = ByteStreams.newDataOutput();
    out.writeInt(side);
    out.writeInt(side);
    out.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB, deflate, adaptive filters, no interlace
    return out.toByteArray();
  }

  private static byte[] pixels(int side, int seed) {
    byte[] rows = new byte[side * (1 + 3 * side)];
    int at = 0;
    for (int y = 0; y < side; y++) {
      rows[at++] = 0; // this row has no filter
      for (int x = 0; x < side; x++) {
        rows[at++] = (byte) (seed + x);
        rows[at++] = (byte) ((seed >> 8) + y);
        rows[at++] = (byte) ((seed >> 16) + (x + y) / 16 * 16);
      }
    }
    return rows;
  }

  private static byte[] zlib(byte[] data) {
    ByteArrayDataOutput out = ByteStreams.newDataOutput();
    out.write(new byte[] {0x78, 0x01});
    for (int at = 0; at < data.length; at += MAX_STORED) {
      int length = Math.min(MAX_STORED, data.length - at);
      out.writeByte(at + length == data.length ? 1 : 0);
      out.writeShort(Short.reverseBytes((short) length));
      out.writeShort(Short.reverseBytes((short) ~length));
      out.write(data, at, length);
    }
    Adler32 sum = new Adler32();
    sum.update(data);
    out.writeInt((int) sum.getValue());
    return out.toByteArray();
  }

  private static void chunk(ByteArrayDataOutput out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}

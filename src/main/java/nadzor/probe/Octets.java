package nadzor.probe;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts and joins runs of octets. */
final class Octets {
  private Octets() {}

  /** Pieces of at most {@code size}, in order; together they are the whole. */
  static List<byte[]> pieces(byte[] whole, int size) {
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < whole.length; at += size) {
      pieces.add(Arrays.copyOfRange(whole, at, Math.min(whole.length, at + size)));
    }
    return List.copyOf(pieces);
  }

  /** Two pieces, the second from {@code at} on; one where that is no place inside. */
  static List<byte[]> cut(byte[] whole, int at) {
    return at <= 0 || at >= whole.length
        ? List.of(whole)
        : List.of(Arrays.copyOf(whole, at), Arrays.copyOfRange(whole, at, whole.length));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Where {@code part} first begins in {@code whole}; -1 if nowhere. */
  static int indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i + part.length <= whole.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }
}

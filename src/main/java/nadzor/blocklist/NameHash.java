package nadzor.blocklist;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hash of a name, fed label by label from its last one and eight octets at once: on the way it
 * is the hash of every parent domain. Nothing here allocates.
 */
final class NameHash {
  /** The hash of nothing. */
  static final long START = 0x9e3779b97f4a7c15L;

  /** The longest name whose dots one word can tell. */
  static final int MARKED = Long.SIZE;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FACTOR = 0xd6e8feb86659fd93L;
  private static final long DOTS = 0x2e2e2e2e2e2e2e2eL;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long GATHER = 0x0002040810204081L;

  private NameHash() {}

  /** A bit for each dot among the first octets, {@link #MARKED} of them at most. */
  static long dots(byte[] octets, int length) {
    long dots = 0;
    for (int at = 0; at < length; at += Long.BYTES) {
      long other = (long) LONG.get(octets, at) ^ DOTS;
      long here = ~((other & LOW) + LOW | other | LOW);
      dots |= (((((here >>> 7) * GATHER) >>> 49) & 0x7f) | ((here >>> 63) << 7)) << at;
    }
    return dots;
  }

  /** Where the label begins that ends at a place. */
  static int start(byte[] octets, int from, int end) {
    int start = end;
    while (start > from && octets[start - 1] != '.') {
      start--;
    }
    return start;
  }

  /** As the other, by the dots of the whole name. */
  static int start(long dots, int end) {
    return end == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(dots & -1L >>> (Long.SIZE - end));
  }

  /** The hash with one label more. */
  static long label(long above, byte[] octets, int from, int to) {
    long hash = above + to - from;
    int at = from;
    for (; at + Long.BYTES < to; at += Long.BYTES) {
      hash = step(hash, (long) LONG.get(octets, at));
    }
    return step(hash, rest(octets, at, to - at));
  }

  private static long step(long hash, long word) {
    long x = (hash ^ word) * FACTOR;
    return x ^ (x >>> 32);
  }

  /** Up to eight octets, zeros above them. */
  private static long rest(byte[] octets, int at, int count) {
    if (count == 0) {
      return 0;
    }
    if (at + Long.BYTES <= octets.length) {
      return (long) LONG.get(octets, at) & (-1L >>> ((Long.BYTES - count) * Byte.SIZE));
    }
    long word = 0;
    for (int i = count - 1; i >= 0; i--) {
      word = (word << Byte.SIZE) | (octets[at + i] & 0xff);
    }
    return word;
  }

  /** The mixed hash of a whole name. */
  static long of(byte[] octets, int from, int to) {
    long hash = START;
    for (int end = to; end >= from; ) {
      int start = start(octets, from, end);
      hash = label(hash, octets, start, end);
      end = start - 1;
    }
    return OctetHash.mix(hash);
  }
}

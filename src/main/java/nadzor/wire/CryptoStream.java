package nadzor.wire;

import java.util.Arrays;
import java.util.BitSet;
import nadzor.flow.ClientHello;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Puts the pieces of a handshake together that come in any order, overlapping and repeated (RFC
 * 9000 section 19.6); where two disagree the first counts. Holds at most {@link #LIMIT} octets. Not
 * thread-safe.
 */
final class CryptoStream {
  /** What lies beyond is not kept. */
  static final int LIMIT = 16 * 1024;

  private final BitSet known = new BitSet();
  private byte[] octets = new byte[0];

  /** Forgets everything. */
  void clear() {
    known.clear();
    octets = new byte[0];
  }

  /** Keeps a piece; false where it reaches beyond the limit (then nothing of it is kept). */
  boolean add(long position, byte[] from, int offset, int length) {
    if (position > LIMIT - length) {
      return false;
    }
    int start = (int) position;
    int end = start + length;
    if (end > octets.length) {
      octets = Arrays.copyOf(octets, Math.min(LIMIT, Math.max(end, 2 * octets.length)));
    }
    for (int gap = known.nextClearBit(start); gap < end; gap = known.nextClearBit(gap)) {
      int filled = known.nextSetBit(gap);
      int stop = filled < 0 ? end : Math.min(end, filled);
      System.arraycopy(from, offset + gap - start, octets, gap, stop - gap);
      known.set(gap, stop);
    }
    return true;
  }

  /** The ClientHello at the start, once it is whole. */
  Parsed<ClientHello> hello() {
    int whole = known.nextClearBit(0);
    boolean tooLong =
        whole >= HelloMessage.HEADER
            && new Cursor(octets, 1, 3).u24() > LIMIT - HelloMessage.HEADER;
    return tooLong
        ? new NotThis<>("a message of more than " + LIMIT + " octets")
        : whole == 0 ? new NeedMore<>() : HelloMessage.parse(octets, 0, whole);
  }
}

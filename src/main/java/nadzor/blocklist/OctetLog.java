package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Octets that grow at their end. Used by one thread. */
final class OctetLog {
  private static final int MOST = Integer.MAX_VALUE - 16;

  private byte[] octets = new byte[32];
  private int end;

  int end() {
    return end;
  }

  /** The array itself; another one after the next octet that is added. */
  byte[] array() {
    return octets;
  }

  /** Forgets what was written. */
  void clear() {
    end = 0;
  }

  OctetLog octet(int value) {
    room(1);
    octets[end++] = (byte) value;
    return this;
  }

  OctetLog number(int value) {
    room(Varint.MOST);
    end = Varint.put(octets, end, value);
    return this;
  }

  OctetLog octets(byte[] from, int start, int stop) {
    room(stop - start);
    System.arraycopy(from, start, octets, end, stop - start);
    end += stop - start;
    return this;
  }

  OctetLog octets(ByteBuffer from, int start, int stop) {
    room(stop - start);
    from.get(start, octets, end, stop - start);
    end += stop - start;
    return this;
  }

  /** Four octets, the lowest first, as a buffer reads them. */
  OctetLog word(int value) {
    return octet(value).octet(value >>> 8).octet(value >>> 16).octet(value >>> 24);
  }

  private void room(int more) {
    long wanted = (long) end + more;
    if (wanted > MOST) {
      throw new IllegalStateException("rules of one kind take more than 2 GiB in one version");
    }
    if (wanted > octets.length) {
      octets = Arrays.copyOf(octets, (int) Math.min(MOST, Math.max(wanted, octets.length * 2L)));
    }
  }

  /** What was written so far, as it is now, without a copy. */
  ByteBuffer view() {
    return ByteBuffer.wrap(octets, 0, end).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All of it, in an array of its own size. */
  ByteBuffer whole() {
    byte[] exact = end == octets.length ? octets : Arrays.copyOf(octets, end);
    return ByteBuffer.wrap(exact).order(ByteOrder.LITTLE_ENDIAN);
  }
}

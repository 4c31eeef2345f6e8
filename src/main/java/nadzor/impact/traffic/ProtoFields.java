package nadzor.impact.traffic;

/**
 * Walks the fields of one Protocol Buffers message (protobuf.dev, "Encoding"): numbers, and
 * stretches of octets. Never reads outside of what it was given. Not thread-safe.
 */
final class ProtoFields {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int STRETCH = 2;
  private static final int FIXED32 = 5;

  private final byte[] octets;
  private final int end;
  private int at;
  private int field;
  private long value;
  private int start;
  private boolean stretch;
  private boolean broken;

  ProtoFields(byte[] octets, int from, int length) {
    this.octets = octets;
    at = from;
    end = from + length;
  }

  /** Goes to the next field; false at the end, and where the message is broken. */
  boolean next() {
    if (broken || at == end) {
      return false;
    }
    long key = varint();
    field = (int) (key >>> 3);
    int kind = (int) (key & 7);
    stretch = kind == STRETCH;
    if (kind == VARINT || kind == STRETCH) {
      value = varint();
    } else if (kind == FIXED32 || kind == FIXED64) {
      fixed(kind == FIXED32 ? 4 : 8);
    } else {
      broken = true;
    }
    if (stretch) {
      start = at;
      advance(value);
    }
    return !broken;
  }

  /** Little-endian. */
  private void fixed(int width) {
    advance(width);
    value = 0;
    for (int i = 1; i <= width && !broken; i++) {
      value = value << 8 | (octets[at - i] & 0xff);
    }
  }

  private void advance(long by) {
    if (by < 0 || by > end - at) {
      broken = true;
    } else {
      at += (int) by;
    }
  }

  private long varint() {
    long number = 0;
    for (int shift = 0; shift < 64 && at < end; shift += 7) {
      byte octet = octets[at++];
      number |= (octet & 0x7fL) << shift;
      if (octet >= 0) {
        return number;
      }
    }
    broken = true;
    return 0;
  }

  /** Whether the message could not be read to its end. */
  boolean isBroken() {
    return broken;
  }

  int field() {
    return field;
  }

  /** Whether the field is a stretch of octets, from {@link #start()}, {@link #value()} of them. */
  boolean isStretch() {
    return stretch;
  }

  long value() {
    return value;
  }

  int start() {
    return start;
  }
}

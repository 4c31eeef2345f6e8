package nadzor.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * The long header of one packet, as far as it is not protected (RFC 8999 section 5.1 for every
 * version; RFC 9000 section 17.2 for the versions that are read). Immutable.
 */
final class QuicHeader {
  private static final int LONG = 0x80;
  private static final int FIXED = 0x40;
  private static final int MAX_ID = 20;

  private final int first;
  private final int version;
  private final int start;
  private final byte[] dcid;
  private final int afterIds;

  private QuicHeader(int first, int version, int start, byte[] dcid, int afterIds) {
    this.first = first;
    this.version = version;
    this.start = start;
    this.dcid = dcid;
    this.afterIds = afterIds;
  }

  /** Reads what is the same in every version. */
  static Optional<QuicHeader> read(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int first = cursor.u8();
    int version = cursor.u16() << 16 | cursor.u16();
    int dcidLength = cursor.u8();
    int dcidAt = cursor.position();
    boolean whole = cursor.skip(dcidLength) && cursor.skip(cursor.u8());
    if (!whole || (first & LONG) == 0) {
      return Optional.empty();
    }
    byte[] dcid = Arrays.copyOfRange(octets, dcidAt, dcidAt + dcidLength);
    return Optional.of(new QuicHeader(first, version, offset, dcid, cursor.position()));
  }

  /** The version field. */
  int version() {
    return version;
  }

  /** Where the packet starts in the array. */
  int start() {
    return start;
  }

  /** The destination connection id; read only. */
  byte[] dcid() {
    return dcid;
  }

  /** Whether it is for this connection id. */
  boolean isFor(byte[] id) {
    return Arrays.equals(dcid, id);
  }

  /** Whether a server of this version would look at the packet at all. */
  boolean isValid() {
    return (first & FIXED) != 0 && dcid.length <= MAX_ID;
  }

  /** The two type bits. */
  int type() {
    return first >> 4 & 3;
  }

  /**
   * Where the packet's number and what follows lie; empty where the packet has no length or reaches
   * beyond the datagram.
   *
   * @param end where the datagram ends in the array
   */
  Optional<Body> body(QuicVersion quic, byte[] octets, int end) {
    if (!isValid() || type() == quic.retryType()) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(octets, afterIds, end - afterIds);
    boolean initial = type() == quic.initialType();
    if (initial && !cursor.skip(cursor.varint())) {
      return Optional.empty(); // the token
    }
    long length = cursor.varint();
    int at = cursor.position();
    return cursor.skip(length)
        ? Optional.of(new Body(initial, at, (int) length))
        : Optional.empty();
  }

  /**
   * The protected part of a packet.
   *
   * @param initial whether it is an Initial
   * @param at where it starts in the array, with the packet number
   * @param length how many octets it has
   */
  record Body(boolean initial, int at, int length) {
    int end() {
      return at + length;
    }
  }
}

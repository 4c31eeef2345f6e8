package nadzor.probe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One packet with a long header, as it stands in a datagram (RFC 9000 section 17.2). Immutable. */
final class QuicPacket {
  /** What matters of types. */
  enum Kind {
    INITIAL,
    RETRY,
    VERSION_NEGOTIATION,
    OTHER
  }

  private static final int LONG = 0x80;
  private static final int MAX_ID = 20;
  private static final int RETRY_TAG = 16;

  private final Kind kind;
  private final List<Byte> destination;
  private final List<Byte> source;
  private final byte[] octets;
  private final int numberAt;
  private final List<Integer> versions;

  private QuicPacket(
      Kind kind,
      List<Byte> destination,
      List<Byte> source,
      byte[] octets,
      int numberAt,
      List<Integer> versions) {
    this.kind = kind;
    this.destination = destination;
    this.source = source;
    this.octets = octets;
    this.numberAt = numberAt;
    this.versions = versions;
  }

  Kind kind() {
    return kind;
  }

  /** Whom it is for. */
  List<Byte> destination() {
    return destination;
  }

  /** Who sent it. */
  List<Byte> source() {
    return source;
  }

  /** The whole packet; of a Retry its token, of Version Negotiation nothing. */
  byte[] octets() {
    return octets;
  }

  /** Where the hidden packet number begins. */
  int numberAt() {
    return numberAt;
  }

  /** Those of a Version Negotiation packet. */
  List<Integer> versions() {
    return versions;
  }

  /**
   * All packets of a datagram that can be told apart; what follows something unreadable is lost.
   */
  static List<QuicPacket> read(byte[] datagram) {
    List<QuicPacket> packets = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(datagram);
    try {
      while (in.hasRemaining() && (in.get(in.position()) & LONG) != 0) {
        packets.add(next(in));
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return List.copyOf(packets);
    }
    return List.copyOf(packets);
  }

  private static QuicPacket next(ByteBuffer in) {
    int start = in.position();
    int first = in.get();
    int version = in.getInt();
    List<Byte> destination = id(in);
    List<Byte> source = id(in);
    if (version == 0) {
      return negotiation(in, destination, source);
    }
    int type = (first >> 4) & 3;
    if (type == 3) {
      byte[] token = new byte[Math.max(0, in.remaining() - RETRY_TAG)];
      in.get(token).position(in.limit());
      return new QuicPacket(Kind.RETRY, destination, source, token, 0, List.of());
    }
    if (type == 0) {
      int token = (int) varint(in);
      in.position(in.position() + token);
    }
    int length = (int) varint(in);
    int numberAt = in.position() - start;
    byte[] octets = new byte[numberAt + length];
    in.position(start).get(octets);
    Kind kind = type == 0 && version == QuicInitial.VERSION_1 ? Kind.INITIAL : Kind.OTHER;
    return new QuicPacket(kind, destination, source, octets, numberAt, List.of());
  }

  private static QuicPacket negotiation(ByteBuffer in, List<Byte> destination, List<Byte> source) {
    List<Integer> versions = new ArrayList<>();
    while (in.remaining() >= Integer.BYTES) {
      versions.add(in.getInt());
    }
    in.position(in.limit());
    return new QuicPacket(
        Kind.VERSION_NEGOTIATION, destination, source, new byte[0], 0, List.copyOf(versions));
  }

  private static List<Byte> id(ByteBuffer in) {
    int length = in.get() & 0xff;
    if (length > MAX_ID) {
      throw new IllegalArgumentException("an id of " + length);
    }
    List<Byte> id = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      id.add(in.get());
    }
    return List.copyOf(id);
  }

  /** A variable-length integer (section 16). */
  static long varint(ByteBuffer in) {
    int first = in.get() & 0xff;
    long value = first & 0x3f;
    for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
      value = (value << Byte.SIZE) | (in.get() & 0xff);
    }
    if (value > Short.MAX_VALUE * 2L) {
      throw new IllegalArgumentException("longer than a datagram");
    }
    return value;
  }
}

package nadzor.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a technique puts the record of its ClientHello on the wire. */
public enum FirstFlight {
  /** In one write. */
  WHOLE,
  /** In two writes, cut in the middle of the server name; without a name, in the middle. */
  CUT_IN_NAME,
  /** In writes of {@link #PIECE} octets. */
  PIECES,
  /** As two TLS records in one write, cut in the middle of the server name. */
  RECORDS,
  /**
   * As the same two records in two writes, cut inside the second record's header: neither a segment
   * nor a record holds the name.
   */
  RECORDS_AND_SEGMENTS,
  /** Behind a ChangeCipherSpec record, in one write. */
  CCS_FIRST,
  /** Behind a record of an unknown type, in a write of its own. */
  SCRAMBLED_FIRST;

  static final int PIECE = 64;
  private static final int HANDSHAKE_RECORD = 22;
  private static final int RECORD_HEAD = 5;
  private static final byte[] CHANGE_CIPHER_SPEC = {20, 3, 3, 0, 1, 1};

  /** The octets to be written, in order; each piece is a write of its own. */
  List<byte[]> pieces(byte[] flight, Optional<String> serverName) {
    boolean readable = flight.length > RECORD_HEAD + 1 && flight[0] == HANDSHAKE_RECORD;
    if (!readable) {
      return List.of(flight);
    }
    int at = cutAt(flight, serverName);
    return switch (this) {
      case WHOLE -> List.of(flight);
      case CUT_IN_NAME -> Octets.cut(flight, at);
      case PIECES -> Octets.pieces(flight, PIECE);
      case RECORDS -> List.of(inTwoRecords(flight, at));
      case RECORDS_AND_SEGMENTS -> Octets.cut(inTwoRecords(flight, at), at + 2);
      case CCS_FIRST -> List.of(Octets.join(CHANGE_CIPHER_SPEC, flight));
      case SCRAMBLED_FIRST -> List.of(Scrambled.record(), flight);
    };
  }

  /** Whether it is several writes: a reader that is late takes them for one. */
  boolean isCut() {
    return switch (this) {
      case CUT_IN_NAME, PIECES, RECORDS_AND_SEGMENTS, SCRAMBLED_FIRST -> true;
      case WHOLE, RECORDS, CCS_FIRST -> false;
    };
  }

  /** How long to wait between two writes. */
  Duration gap(Duration usual) {
    return this == PIECES ? usual.dividedBy(2) : usual;
  }

  private static byte[] inTwoRecords(byte[] flight, int at) {
    byte[] head = record(flight, at - RECORD_HEAD);
    byte[] tail = record(flight, flight.length - at);
    byte[] start = new byte[at - RECORD_HEAD];
    System.arraycopy(flight, RECORD_HEAD, start, 0, start.length);
    byte[] rest = new byte[flight.length - at];
    System.arraycopy(flight, at, rest, 0, rest.length);
    return Octets.join(head, start, tail, rest);
  }

  /** A record header like the flight's, for another length. */
  private static byte[] record(byte[] flight, int length) {
    return new byte[] {
      HANDSHAKE_RECORD, flight[1], flight[2], (byte) (length >> Byte.SIZE), (byte) length
    };
  }

  /** The middle of the name, or of the flight where it does not hold the name. */
  private static int cutAt(byte[] flight, Optional<String> serverName) {
    byte[] name = serverName.orElse("").getBytes(StandardCharsets.US_ASCII);
    int found = name.length == 0 ? -1 : Octets.indexOf(flight, name);
    return found < 0 ? flight.length / 2 : found + name.length / 2;
  }
}

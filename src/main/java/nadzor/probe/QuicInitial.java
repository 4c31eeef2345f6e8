package nadzor.probe;

import java.util.Arrays;

/** Writes a client's first packet (RFC 9000 section 17.2.2), a datagram of 1,200 octets. */
final class QuicInitial {
  /** What a client must fill at least (section 14.1). */
  static final int DATAGRAM = 1200;

  /** Reserved so that servers answer by Version Negotiation (section 15). */
  static final int UNKNOWN_VERSION = 0x1a2a3a4a;

  static final int VERSION_1 = 1;
  private static final int FIRST_OCTET = 0xc3;
  private static final int NUMBER_OCTETS = 4;
  private static final int CRYPTO = 6;

  private QuicInitial() {}

  /**
   * One datagram with one packet.
   *
   * @param destination the id that we chose for the server, or that its Retry gave
   * @param source the id by which the server shall call us
   * @param token of a Retry, else empty
   */
  static byte[] datagram(
      int version, byte[] destination, byte[] source, byte[] token, long number, byte[] hello) {
    byte[] start =
        Octets.join(
            HelloWriter.number(1, FIRST_OCTET),
            HelloWriter.number(4, version),
            HelloWriter.sized(1, destination),
            HelloWriter.sized(1, source),
            varint(token.length),
            token);
    byte[] packetNumber = HelloWriter.number(NUMBER_OCTETS, (int) number);
    int payload = DATAGRAM - start.length - 2 - NUMBER_OCTETS - Aead.TAG;
    byte[] frame = Octets.join(new byte[] {CRYPTO, 0}, varint(hello.length), hello);
    byte[] padded = Arrays.copyOf(frame, Math.max(frame.length, payload));
    byte[] length = varint(NUMBER_OCTETS + padded.length + Aead.TAG);
    byte[] head = Octets.join(start, length, packetNumber);
    QuicKeys keys = QuicKeys.ofClient(destination);
    return hidden(head, keys.aead().seal(number, head, padded), keys);
  }

  /** Header protection; the sample begins where a number of four octets ends. */
  private static byte[] hidden(byte[] head, byte[] sealed, QuicKeys keys) {
    byte[] mask = keys.mask(Arrays.copyOf(sealed, QuicKeys.SAMPLE));
    head[0] ^= (byte) (mask[0] & 0x0f);
    for (int i = 0; i < NUMBER_OCTETS; i++) {
      head[head.length - NUMBER_OCTETS + i] ^= mask[1 + i];
    }
    return Octets.join(head, sealed);
  }

  /** In two octets where one is too small (section 16); enough for a datagram. */
  static byte[] varint(int value) {
    return value < 0x40 ? HelloWriter.number(1, value) : HelloWriter.number(2, value | 0x4000);
  }
}

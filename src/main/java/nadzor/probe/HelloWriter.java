package nadzor.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Writes a ClientHello message (RFC 8446 section 4.1.2) for TLS 1.3, X25519 and AES-128-GCM only.
 * Used once.
 */
final class HelloWriter {
  /** A message of this size fills more than one segment of 1,460 octets. */
  static final int PADDED_SIZE = 1700;

  /** As long as a sealed hello that is padded to 192 octets, with its tag. */
  static final int ECH_PAYLOAD = 208;

  static final int SERVER_NAME = 0;
  static final int PADDING = 21;
  static final int ECH = 0xfe0d;
  private static final int RANDOM = 32;
  private static final int[] SIGNATURES = {0x0403, 0x0804, 0x0503, 0x0805, 0x0806, 0x0401};

  private final SecureRandom random = new SecureRandom();
  private final ByteArrayOutputStream extensions = new ByteArrayOutputStream();
  private final byte[] sessionId;

  /**
   * @param sessionId 32 octets for TLS over TCP (RFC 8446 appendix D.4), none for QUIC
   */
  HelloWriter(byte[] sessionId, Optional<String> serverName, byte[] keyShare) {
    this.sessionId = sessionId.clone();
    serverName.ifPresent(name -> extension(SERVER_NAME, sized(2, hostName(name))));
    extension(10, sized(2, number(2, 0x1d)));
    byte[] signatures = {};
    for (int each : SIGNATURES) {
      signatures = Octets.join(signatures, number(2, each));
    }
    extension(13, sized(2, signatures));
    extension(43, sized(1, number(2, 0x0304)));
    extension(51, sized(2, Octets.join(number(2, 0x1d), sized(2, keyShare))));
  }

  private static byte[] hostName(String name) {
    return Octets.join(number(1, 0), sized(2, name.getBytes(StandardCharsets.US_ASCII)));
  }

  HelloWriter extension(int type, byte[] content) {
    extensions.writeBytes(Octets.join(number(2, type), sized(2, content)));
    return this;
  }

  /** encrypted_client_hello of the outer kind, with nothing in it (RFC 9849 section 6.2). */
  HelloWriter ech() {
    byte[] suite = Octets.join(number(2, 1), number(2, 1));
    byte[] id = fresh(1);
    byte[] key = sized(2, KeyShare.fresh().octets());
    byte[] payload = sized(2, fresh(ECH_PAYLOAD));
    return extension(ECH, Octets.join(number(1, 0), suite, id, key, payload));
  }

  /** Zeros until the message has this size (RFC 7685). */
  HelloWriter padding(int size) {
    int missing = size - message().length - 4;
    return extension(PADDING, new byte[Math.max(0, missing)]);
  }

  /** The handshake message with its header. */
  byte[] message() {
    byte[] body =
        Octets.join(
            number(2, 0x0303),
            fresh(RANDOM),
            sized(1, sessionId),
            sized(2, number(2, 0x1301)),
            sized(1, number(1, 0)),
            sized(2, extensions.toByteArray()));
    return Octets.join(number(1, 1), sized(3, body));
  }

  byte[] fresh(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  /** A vector with its length in so many octets. */
  static byte[] sized(int octets, byte[] content) {
    return Octets.join(number(octets, content.length), content);
  }

  /** Big endian in so many octets. */
  static byte[] number(int octets, int value) {
    byte[] number = new byte[octets];
    for (int i = 0; i < octets; i++) {
      number[i] = (byte) (value >> (Byte.SIZE * (octets - 1 - i)));
    }
    return number;
  }
}

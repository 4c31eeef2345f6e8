package nadzor.probe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A server's first message (RFC 8446 section 4.1.3), as far as it matters here. Immutable.
 *
 * @param version 0x0304 for TLS 1.3, else what the server fell back to
 * @param suite the cipher suite
 * @param share the server's X25519 share; empty where it sent none
 */
record ServerHello(int version, int suite, Optional<byte[]> share) {
  static final int TYPE = 2;
  static final int TLS13 = 0x0304;
  static final int AES_128_GCM = 0x1301;
  private static final int VERSIONS = 43;
  private static final int KEY_SHARE = 51;
  private static final int X25519 = 0x1d;

  /** Reads a handshake message with its header; fails where it is no ServerHello. */
  static ServerHello read(byte[] message) throws Failed {
    try {
      return read(ByteBuffer.wrap(message));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "a ServerHello that ends early");
    }
  }

  private static ServerHello read(ByteBuffer in) throws Failed {
    if (in.get() != TYPE) {
      throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "no ServerHello");
    }
    in.position(4);
    int version = in.getShort() & 0xffff;
    in.position(in.position() + 32);
    in.position(in.position() + 1 + (in.get(in.position()) & 0xff));
    int suite = in.getShort() & 0xffff;
    in.get();
    Optional<byte[]> share = Optional.empty();
    int end = in.hasRemaining() ? (in.getShort() & 0xffff) + in.position() : in.position();
    while (in.position() < end) {
      int type = in.getShort() & 0xffff;
      byte[] content = new byte[in.getShort() & 0xffff];
      in.get(content);
      if (type == VERSIONS) {
        version = ByteBuffer.wrap(content).getShort() & 0xffff;
      } else if (type == KEY_SHARE) {
        share = share(ByteBuffer.wrap(content));
      }
    }
    return new ServerHello(version, suite, share);
  }

  /** A HelloRetryRequest names a group only, and so has no share. */
  private static Optional<byte[]> share(ByteBuffer in) {
    boolean fits = in.getShort() == X25519 && in.remaining() == 2 + KeyShare.SIZE;
    byte[] share = new byte[KeyShare.SIZE];
    if (fits) {
      in.getShort();
      in.get(share);
    }
    return fits ? Optional.of(share) : Optional.empty();
  }

  String versionText() {
    return switch (version) {
      case TLS13 -> "TLSv1.3";
      case 0x0303 -> "TLSv1.2";
      case 0x0302 -> "TLSv1.1";
      case 0x0301 -> "TLSv1";
      default -> "0x" + Integer.toHexString(version);
    };
  }

  String suiteText() {
    return suite == AES_128_GCM ? "TLS_AES_128_GCM_SHA256" : "0x" + Integer.toHexString(suite);
  }
}

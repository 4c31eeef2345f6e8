package nadzor.probe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** Opens a server's Initial packets and gathers its first message. Not thread-safe. */
final class QuicFrames {
  private static final int PING = 1;
  private static final int ACK = 2;
  private static final int ACK_ECN = 3;
  private static final int CRYPTO = 6;
  private static final int CLOSE = 0x1c;
  private static final int CRYPTO_ERRORS = 0x100;
  private static final int MOST = 64 * 1024;

  private final QuicKeys keys;
  private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();
  private int gathered;

  /**
   * @param destination the id that our Initial was sent to
   */
  QuicFrames(byte[] destination) {
    keys = QuicKeys.ofServer(destination);
  }

  /** Takes what a packet holds; one that cannot be opened is nobody's, and passed over. */
  void take(QuicPacket packet) throws Failed {
    Optional<byte[]> plain = open(packet);
    if (plain.isPresent()) {
      try {
        frames(ByteBuffer.wrap(plain.get()));
      } catch (BufferUnderflowException | IllegalArgumentException e) {
        throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "a frame that ends early");
      }
    }
  }

  private Optional<byte[]> open(QuicPacket packet) {
    byte[] octets = packet.octets().clone();
    int at = packet.numberAt();
    if (octets.length < at + 4 + QuicKeys.SAMPLE) {
      return Optional.empty();
    }
    byte[] mask = keys.mask(Arrays.copyOfRange(octets, at + 4, at + 4 + QuicKeys.SAMPLE));
    octets[0] ^= (byte) (mask[0] & 0x0f);
    int size = (octets[0] & 3) + 1;
    long number = 0;
    for (int i = 0; i < size; i++) {
      octets[at + i] ^= mask[1 + i];
      number = (number << Byte.SIZE) | (octets[at + i] & 0xff);
    }
    byte[] head = Arrays.copyOf(octets, at + size);
    try {
      byte[] sealed = Arrays.copyOfRange(octets, at + size, octets.length);
      return Optional.of(keys.aead().open(number, head, sealed));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private void frames(ByteBuffer in) throws Failed {
    while (in.hasRemaining()) {
      int type = in.get();
      switch (type) {
        case 0, PING -> {
          // Padding or a sign of life.
        }
        case ACK, ACK_ECN -> acknowledgement(in, type);
        case CRYPTO -> crypto(in);
        case CLOSE -> throw closed(QuicPacket.varint(in));
        default -> throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "frame " + type);
      }
    }
  }

  private static Failed closed(long code) {
    boolean alert = code >= CRYPTO_ERRORS && code < 2 * CRYPTO_ERRORS;
    String what = alert ? "alert " + (code - CRYPTO_ERRORS) : "closed by error " + code;
    return new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, what);
  }

  private static void acknowledgement(ByteBuffer in, int type) {
    QuicPacket.varint(in);
    QuicPacket.varint(in);
    long ranges = QuicPacket.varint(in);
    QuicPacket.varint(in);
    long rest = 2 * ranges + (type == ACK_ECN ? 3 : 0);
    for (long i = 0; i < rest; i++) {
      QuicPacket.varint(in);
    }
  }

  private void crypto(ByteBuffer in) {
    int offset = (int) QuicPacket.varint(in);
    byte[] piece = new byte[(int) QuicPacket.varint(in)];
    in.get(piece);
    gathered += piece.length;
    if (gathered <= MOST) {
      pieces.put(offset, piece);
    }
  }

  /** The server's first message, once all of it is there. */
  Optional<byte[]> message() {
    byte[] stream = {};
    for (var piece : pieces.entrySet()) {
      if (piece.getKey() <= stream.length) {
        int known = Math.min(stream.length - piece.getKey(), piece.getValue().length);
        byte[] fresh = Arrays.copyOfRange(piece.getValue(), known, piece.getValue().length);
        stream = Octets.join(stream, fresh);
      }
    }
    if (stream.length < 4) {
      return Optional.empty();
    }
    int length = 4 + ((stream[1] & 0xff) << 16 | (stream[2] & 0xff) << 8 | (stream[3] & 0xff));
    return stream.length < length ? Optional.empty() : Optional.of(Arrays.copyOf(stream, length));
  }
}

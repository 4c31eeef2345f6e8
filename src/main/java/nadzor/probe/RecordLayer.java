package nadzor.probe;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** TLS records over a line (RFC 8446 section 5), clear until keys are set. Not thread-safe. */
final class RecordLayer {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION = 23;
  private static final int HEAD = 5;
  private static final int MAX_RECORD = (1 << 14) + 256;
  static final int MAX_PLAIN = 1 << 14;

  /** One direction's keys and count. */
  private static final class Side {
    private final Aead aead;
    private long number;

    Side(byte[] secret) {
      byte[] key = Hkdf.expand(secret, "key", Aead.KEY);
      aead = new Aead(key, Hkdf.expand(secret, "iv", Aead.IV));
    }
  }

  /** A record's type and what was in it. */
  static final class Content {
    private final int type;
    private final byte[] octets;

    Content(int type, byte[] octets) {
      this.type = type;
      this.octets = octets;
    }

    int type() {
      return type;
    }

    byte[] octets() {
      return octets;
    }
  }

  private final ByteLine line;
  private Optional<Side> reading = Optional.empty();
  private Optional<Side> writing = Optional.empty();

  RecordLayer(ByteLine line) {
    this.line = line;
  }

  /** From now on records are opened with keys of this secret. */
  void readWith(byte[] secret) {
    reading = Optional.of(new Side(secret));
  }

  /** From now on records are sealed with keys of this secret. */
  void writeWith(byte[] secret) {
    writing = Optional.of(new Side(secret));
  }

  void write(int type, byte[] octets, Deadline until) throws Failed {
    byte[] record = writing.isPresent() ? seal(writing.get(), type, octets) : clear(type, octets);
    line.write(ByteBuffer.wrap(record), until);
  }

  private static byte[] clear(int type, byte[] octets) {
    return Octets.join(head(type, 0x0301, octets.length), octets);
  }

  private static byte[] seal(Side side, int type, byte[] octets) {
    byte[] head = head(APPLICATION, 0x0303, octets.length + 1 + Aead.TAG);
    byte[] inner = Octets.join(octets, HelloWriter.number(1, type));
    return Octets.join(head, side.aead.seal(side.number++, head, inner));
  }

  private static byte[] head(int type, int version, int length) {
    return Octets.join(
        HelloWriter.number(1, type), HelloWriter.number(2, version), HelloWriter.number(2, length));
  }

  /** The next record; a ChangeCipherSpec is passed over, as appendix D.4 has it. */
  Content read(Deadline until) throws Failed {
    while (true) {
      until.check();
      byte[] head = line.take(HEAD, until);
      int type = head[0] & 0xff;
      int length = ((head[3] & 0xff) << Byte.SIZE) | (head[4] & 0xff);
      boolean fits = type >= CHANGE_CIPHER_SPEC && type <= APPLICATION && head[1] == 3;
      if (!fits || length > MAX_RECORD) {
        throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "no TLS record");
      }
      byte[] octets = line.take(length, until);
      if (type != CHANGE_CIPHER_SPEC) {
        boolean sealed = reading.isPresent() && type == APPLICATION;
        return sealed ? open(reading.get(), head, octets) : new Content(type, octets);
      }
    }
  }

  private static Content open(Side side, byte[] head, byte[] octets) throws Failed {
    try {
      byte[] inner = side.aead.open(side.number++, head, octets);
      int end = inner.length - 1;
      while (end > 0 && inner[end] == 0) {
        end--;
      }
      if (inner.length == 0) {
        throw new GeneralSecurityException("nothing inside");
      }
      return new Content(inner[end], Arrays.copyOf(inner, end));
    } catch (GeneralSecurityException e) {
      throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "a record that cannot be opened");
    }
  }
}

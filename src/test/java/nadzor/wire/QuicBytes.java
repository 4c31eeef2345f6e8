package nadzor.wire;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** QUIC Initials for tests, sealed here as a client seals them (RFC 9001 sections 5.3 and 5.4). */
public final class QuicBytes {
  /** The connection id of the RFCs' examples. */
  static final byte[] DCID = HexFormat.of().parseHex("8394c8f03e515708");

  private static final int V2 = 0x6b3343cf;

  private QuicBytes() {}

  /** One datagram of 1,200 octets at least, with one Initial of these frames. */
  public static byte[] datagram(int version, byte[]... frames) {
    return padded(version, 1200, frames);
  }

  /** The same with another least length. */
  static byte[] padded(int version, int least, byte[]... frames) {
    byte[] plain = HelloBytes.join(frames);
    int overhead = 1 + 4 + 1 + DCID.length + 1 + 1 + 2 + 4 + 16;
    return initial(
        version, DCID, DCID, 0, Arrays.copyOf(plain, Math.max(plain.length, least - overhead)));
  }

  /**
   * One Initial.
   *
   * @param version 1, or version 2; for others the type bits and keys of version 1 are used
   * @param first the connection id that the keys come from
   * @param dcid the one that it is sent to
   */
  static byte[] initial(int version, byte[] first, byte[] dcid, int number, byte[] plain) {
    byte[] payload = Arrays.copyOf(plain, Math.max(plain.length, 4));
    byte[] header =
        HelloBytes.join(
            new byte[] {(byte) (version == V2 ? 0xd3 : 0xc3)},
            u32(version),
            new byte[] {(byte) dcid.length},
            dcid,
            new byte[] {0, /* no token */ 0},
            varint(4 + payload.length + 16),
            u32(number));
    return seal(version == V2 ? QuicVersion.V2 : QuicVersion.V1, first, header, number, payload);
  }

  /** Seals a packet whose header ends in a packet number of four octets. */
  static byte[] seal(QuicVersion version, byte[] first, byte[] header, int number, byte[] plain) {
    QuicKeys keys = new QuicKeys(version, first);
    byte[] nonce = keys.iv().clone();
    for (int i = 0; i < 4; i++) {
      nonce[8 + i] ^= u32(number)[i];
    }
    try {
      Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
      gcm.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(keys.key(), "AES"),
          new GCMParameterSpec(128, nonce));
      gcm.updateAAD(header);
      byte[] packet = HelloBytes.join(header, gcm.doFinal(plain));
      return protect(packet, header.length - 4, keys);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  // RFC 9001 section 5.4.3 prescribes ECB for this one block.
  @SuppressWarnings("InsecureCryptoUsage")
  private static byte[] protect(byte[] packet, int numberAt, QuicKeys keys)
      throws GeneralSecurityException {
    Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
    ecb.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.hp(), "AES"));
    byte[] mask = ecb.doFinal(packet, numberAt + 4, 16);
    packet[0] ^= (byte) (mask[0] & 0x0f);
    for (int i = 0; i < 4; i++) {
      packet[numberAt + i] ^= mask[1 + i];
    }
    return packet;
  }

  /** A CRYPTO frame. */
  public static byte[] crypto(int position, byte[] data) {
    return HelloBytes.join(new byte[] {6}, varint(position), varint(data.length), data);
  }

  /** A CRYPTO frame with the octets of a message from one index up to another. */
  public static byte[] crypto(byte[] message, int from, int to) {
    return crypto(from, Arrays.copyOfRange(message, from, to));
  }

  /** A variable-length integer of 1, 2 or 4 octets. */
  static byte[] varint(int value) {
    return value < 64
        ? new byte[] {(byte) value}
        : value < 16_384 ? HelloBytes.u16(value | 0x4000) : u32(value | 0x8000_0000);
  }

  private static byte[] u32(int value) {
    return HelloBytes.join(HelloBytes.u16(value >>> 16), HelloBytes.u16(value & 0xffff));
  }

  /** A ClientHello message with this SNI, without a record. */
  public static byte[] hello(String name) {
    return HelloBytes.message(HelloBytes.body(HelloBytes.serverName(0, name)));
  }
}

package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869) and its labels in TLS 1.3 (RFC 8446 section 7.1). */
final class Hkdf {
  static final int SIZE = 32;
  private static final String PREFIX = "tls13 ";

  private Hkdf() {}

  static byte[] sha256(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  static byte[] mac(byte[] key, byte[] octets) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC", e);
    }
  }

  static byte[] extract(byte[] salt, byte[] input) {
    return mac(salt, input);
  }

  /** HKDF-Expand-Label. */
  static byte[] expand(byte[] secret, String label, byte[] context, int length) {
    byte[] name = (PREFIX + label).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer info = ByteBuffer.allocate(4 + name.length + context.length);
    info.putShort((short) length).put((byte) name.length).put(name);
    info.put((byte) context.length).put(context);
    byte[] block = {};
    byte[] all = {};
    for (int i = 1; all.length < length; i++) {
      block = mac(secret, Octets.join(block, info.array(), new byte[] {(byte) i}));
      all = Octets.join(all, block);
    }
    return Arrays.copyOf(all, length);
  }

  static byte[] expand(byte[] secret, String label, int length) {
    return expand(secret, label, new byte[0], length);
  }

  /** Derive-Secret, of a transcript that is already hashed. */
  static byte[] derive(byte[] secret, String label, byte[] transcriptHash) {
    return expand(secret, label, transcriptHash, SIZE);
  }
}

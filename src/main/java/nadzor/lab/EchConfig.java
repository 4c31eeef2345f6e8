package nadzor.lab;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nadzor.flow.DomainName;

/**
 * Writes the ECHConfigList of one site (RFC 9849 section 4): one configuration, DHKEM(X25519,
 * HKDF-SHA256) with HKDF-SHA256 and AES-128-GCM. Its key is made from the names, so that the same
 * world always has the same records; nobody has the private half. Pure.
 */
final class EchConfig {
  private static final int VERSION = 0xfe0d;
  private static final int KEM_X25519 = 0x0020;
  private static final int KEY_OCTETS = 32;
  private static final int HKDF_SHA256 = 1;
  private static final int AES_128_GCM = 1;
  private static final int CIPHER_SUITE_OCTETS = 4;
  private static final int NO_MAXIMUM = 0;
  private static final int NO_EXTENSIONS = 0;

  private EchConfig() {}

  static byte[] list(DomainName host, DomainName publicName) {
    byte[] name = publicName.text().getBytes(StandardCharsets.US_ASCII);
    byte[] key = key(host, publicName);
    int suites = Short.BYTES + CIPHER_SUITE_OCTETS;
    int contents = 1 + Short.BYTES + Short.BYTES + key.length + suites + 2 + name.length + 2;
    return ByteBuffer.allocate(3 * Short.BYTES + contents)
        .putShort((short) (2 * Short.BYTES + contents))
        .putShort((short) VERSION)
        .putShort((short) contents)
        .put(key[0]) // its identifier: any octet
        .putShort((short) KEM_X25519)
        .putShort((short) key.length)
        .put(key)
        .putShort((short) CIPHER_SUITE_OCTETS)
        .putShort((short) HKDF_SHA256)
        .putShort((short) AES_128_GCM)
        .put((byte) NO_MAXIMUM)
        .put((byte) name.length)
        .put(name)
        .putShort((short) NO_EXTENSIONS)
        .array();
  }

  private static byte[] key(DomainName host, DomainName publicName) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String seed = "ech of " + host.text() + " by " + publicName.text();
      byte[] key = digest.digest(seed.getBytes(StandardCharsets.US_ASCII));
      if (key.length != KEY_OCTETS) {
        throw new IllegalStateException("SHA-256 has " + key.length + " octets");
      }
      return key;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

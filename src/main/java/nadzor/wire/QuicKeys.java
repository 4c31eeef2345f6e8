package nadzor.wire;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a client's Initials: whoever sees the first destination connection id can derive them
 * (RFC 9001 section 5.2; RFC 9369 section 3.3; HKDF-Expand-Label of RFC 8446 section 7.1).
 * Immutable.
 */
final class QuicKeys {
  private static final String HMAC = "HmacSHA256";
  private static final int SECRET = 32;
  private static final int KEY = 16;
  private static final int IV = 12;

  private final QuicVersion version;
  private final byte[] dcid;
  private final byte[] key;
  private final byte[] iv;
  private final byte[] hp;

  /** Derives the client's keys from the first destination connection id. */
  QuicKeys(QuicVersion version, byte[] dcid) {
    this.version = version;
    this.dcid = dcid.clone();
    byte[] client = expand(hmac(version.salt(), dcid), "client in", SECRET);
    this.key = expand(client, version.label("key"), KEY);
    this.iv = expand(client, version.label("iv"), IV);
    this.hp = expand(client, version.label("hp"), KEY);
  }

  /** Whether they were derived from these. */
  boolean areOf(QuicVersion otherVersion, byte[] otherDcid) {
    return version == otherVersion && Arrays.equals(dcid, otherDcid);
  }

  /** The connection id that they were derived from; read only. */
  byte[] dcid() {
    return dcid;
  }

  /** The key of AES-128-GCM; read only. */
  byte[] key() {
    return key;
  }

  /** Its nonce before the packet number goes in; read only. */
  byte[] iv() {
    return iv;
  }

  /** The key of the header protection; read only. */
  byte[] hp() {
    return hp;
  }

  /** At most 32 octets, so that one block of HKDF-Expand (RFC 5869 section 2.3) is enough. */
  private static byte[] expand(byte[] secret, String label, int length) {
    byte[] full = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    byte[] info =
        Bytes.concat(
            new byte[] {0, (byte) length, (byte) full.length}, full, new byte[] {0, /* block */ 1});
    return Arrays.copyOf(hmac(secret, info), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }
}

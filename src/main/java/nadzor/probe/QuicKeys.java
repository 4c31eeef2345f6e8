package nadzor.probe;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The keys of QUIC version 1's Initial packets (RFC 9001 section 5.2), one direction. */
final class QuicKeys {
  /** Octets of ciphertext that the header's mask is made from. */
  static final int SAMPLE = 16;

  private static final byte[] SALT =
      HexFormat.of().parseHex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");

  private final Aead aead;
  private final byte[] header;

  private QuicKeys(byte[] secret) {
    byte[] key = Hkdf.expand(secret, "quic key", Aead.KEY);
    aead = new Aead(key, Hkdf.expand(secret, "quic iv", Aead.IV));
    header = Hkdf.expand(secret, "quic hp", Aead.KEY);
  }

  /** What a client seals with, for the connection id that it chose for the server. */
  static QuicKeys ofClient(byte[] destination) {
    return of(destination, "client in");
  }

  /** What the server answers with. */
  static QuicKeys ofServer(byte[] destination) {
    return of(destination, "server in");
  }

  private static QuicKeys of(byte[] destination, String label) {
    byte[] initial = Hkdf.extract(SALT, destination);
    return new QuicKeys(Hkdf.expand(initial, label, Hkdf.SIZE));
  }

  Aead aead() {
    return aead;
  }

  /** Five octets that hide the first octet's low bits and the packet number (section 5.4). */
  byte[] mask(byte[] sample) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(header, "AES"));
      return Arrays.copyOf(cipher.doFinal(sample), 5);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES", e);
    }
  }
}

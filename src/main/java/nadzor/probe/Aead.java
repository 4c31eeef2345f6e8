package nadzor.probe;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-128-GCM with the nonces of TLS 1.3 (RFC 8446 section 5.3) and of QUIC (RFC 9001 5.3). */
final class Aead {
  static final int TAG = 16;
  static final int KEY = 16;
  static final int IV = 12;

  private final byte[] key;
  private final byte[] iv;

  Aead(byte[] key, byte[] iv) {
    this.key = key.clone();
    this.iv = iv.clone();
  }

  byte[] seal(long number, byte[] head, byte[] plain) {
    try {
      return run(Cipher.ENCRYPT_MODE, number, head, plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /** The plain text; fails where the octets are not what the other side sealed. */
  byte[] open(long number, byte[] head, byte[] sealed) throws GeneralSecurityException {
    return run(Cipher.DECRYPT_MODE, number, head, sealed);
  }

  private byte[] run(int mode, long number, byte[] head, byte[] octets)
      throws GeneralSecurityException {
    byte[] nonce = iv.clone();
    byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[IV - Long.BYTES + i] ^= counter[i];
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    GCMParameterSpec parameters = new GCMParameterSpec(TAG * Byte.SIZE, nonce);
    cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
    cipher.updateAAD(head);
    return cipher.doFinal(octets);
  }
}

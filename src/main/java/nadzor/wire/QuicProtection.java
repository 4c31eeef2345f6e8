package nadzor.wire;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Takes the protection off one Initial (RFC 9001 sections 5.3 and 5.4). */
final class QuicProtection {
  private static final int SAMPLE = 16;
  private static final int TAG = 16;
  private static final int MAX_NUMBER = 4;

  private QuicProtection() {}

  /**
   * The frames of the packet; empty where it is too short or its tag is wrong. The octets are not
   * changed. The packet number is taken as it stands: Initials begin at 0, so that its full form is
   * its short one (RFC 9000 sections 12.3 and 17.1).
   */
  static Optional<byte[]> open(
      QuicKeys keys, byte[] octets, QuicHeader header, QuicHeader.Body body) {
    if (body.length() < MAX_NUMBER + SAMPLE) {
      return Optional.empty();
    }
    try {
      byte[] mask = mask(keys, octets, body.at() + MAX_NUMBER);
      byte[] clear = Arrays.copyOfRange(octets, header.start(), body.at() + MAX_NUMBER);
      clear[0] ^= (byte) (mask[0] & 0x0f);
      int width = (clear[0] & 3) + 1;
      int numberAt = body.at() - header.start();
      byte[] nonce = keys.iv().clone();
      for (int i = 0; i < width; i++) {
        clear[numberAt + i] ^= mask[1 + i];
        nonce[nonce.length - width + i] ^= clear[numberAt + i];
      }
      int from = body.at() + width;
      return decrypt(keys, nonce, Arrays.copyOf(clear, numberAt + width), octets, from, body.end());
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-128", e);
    }
  }

  // One block of a keyed permutation, not a message: RFC 9001 section 5.4.3 prescribes ECB.
  @SuppressWarnings("InsecureCryptoUsage")
  private static byte[] mask(QuicKeys keys, byte[] octets, int at) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.hp(), "AES"));
    return cipher.doFinal(octets, at, SAMPLE);
  }

  private static Optional<byte[]> decrypt(
      QuicKeys keys, byte[] nonce, byte[] header, byte[] octets, int from, int to)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(keys.key(), "AES"),
        new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(header);
    return Optional.of(cipher.doFinal(octets, from, to - from));
  }
}

package nadzor.probe;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Our half of an X25519 exchange (RFC 7748), as TLS 1.3 writes it. */
final class KeyShare {
  static final int SIZE = 32;
  private static final String NAME = "X25519";

  private final KeyPair keys;

  private KeyShare(KeyPair keys) {
    this.keys = keys;
  }

  static KeyShare fresh() {
    try {
      return new KeyShare(KeyPairGenerator.getInstance(NAME).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no X25519", e);
    }
  }

  /** 32 octets, little endian. */
  byte[] octets() {
    return reversed(((XECPublicKey) keys.getPublic()).getU().toByteArray());
  }

  /** What both sides know; fails for a share that is none. */
  byte[] agree(byte[] peer) throws GeneralSecurityException {
    byte[] big = reversed(peer);
    big[0] &= 0x7f;
    XECPublicKeySpec spec = new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, big));
    KeyAgreement agreement = KeyAgreement.getInstance(NAME);
    agreement.init(keys.getPrivate());
    agreement.doPhase(KeyFactory.getInstance(NAME).generatePublic(spec), true);
    return agreement.generateSecret();
  }

  private static byte[] reversed(byte[] octets) {
    byte[] turned = new byte[SIZE];
    for (int i = 0; i < Math.min(SIZE, octets.length); i++) {
      turned[i] = octets[octets.length - 1 - i];
    }
    return turned;
  }
}

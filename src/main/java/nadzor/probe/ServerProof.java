package nadzor.probe;

import java.io.ByteArrayInputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;

/** What a server shows of itself: its chain and its signature (RFC 8446 sections 4.4.2, 4.4.3). */
final class ServerProof {
  /** As JSSE has it: a longer chain is no chain. */
  private static final int MAX_CHAIN = 10;

  private static final String CONTEXT = "TLS 1.3, server CertificateVerify";

  private ServerProof() {}

  /** The certificates of a Certificate message. */
  static X509Certificate[] chain(byte[] message) throws Failed {
    try {
      ByteBuffer in = ByteBuffer.wrap(message).position(4);
      in.position(in.position() + 1 + (in.get(in.position()) & 0xff));
      int end = length3(in) + in.position();
      List<X509Certificate> chain = new ArrayList<>();
      while (in.position() < end) {
        byte[] octets = new byte[length3(in)];
        in.get(octets);
        int extensions = in.getShort() & 0xffff;
        in.position(in.position() + extensions);
        chain.add(certificate(octets));
        if (chain.size() > MAX_CHAIN) {
          throw refused("a chain of more than " + MAX_CHAIN);
        }
      }
      if (chain.isEmpty()) {
        throw refused("no certificate");
      }
      return chain.toArray(X509Certificate[]::new);
    } catch (BufferUnderflowException | IllegalArgumentException | CertificateException e) {
      throw refused("malformed certificates");
    }
  }

  private static int length3(ByteBuffer in) {
    return (in.get() & 0xff) << 16 | (in.getShort() & 0xffff);
  }

  private static X509Certificate certificate(byte[] octets) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(octets));
  }

  /** Fails where the CertificateVerify message is not signed by the certificate. */
  static void verify(byte[] message, X509Certificate by, byte[] transcriptHash) throws Failed {
    try {
      ByteBuffer in = ByteBuffer.wrap(message).position(4);
      Signature signature = signature(in.getShort() & 0xffff);
      byte[] octets = new byte[in.getShort() & 0xffff];
      in.get(octets);
      signature.initVerify(by.getPublicKey());
      signature.update(" ".repeat(64).getBytes(StandardCharsets.US_ASCII));
      signature.update(CONTEXT.getBytes(StandardCharsets.US_ASCII));
      signature.update((byte) 0);
      signature.update(transcriptHash);
      if (!signature.verify(octets)) {
        throw refused("a signature that does not fit");
      }
    } catch (BufferUnderflowException | GeneralSecurityException e) {
      throw refused("a signature that cannot be checked");
    }
  }

  private static Signature signature(int scheme) throws Failed, GeneralSecurityException {
    return switch (scheme) {
      case 0x0403 -> Signature.getInstance("SHA256withECDSA");
      case 0x0503 -> Signature.getInstance("SHA384withECDSA");
      case 0x0804 -> pss("SHA-256", 32);
      case 0x0805 -> pss("SHA-384", 48);
      case 0x0806 -> pss("SHA-512", 64);
      default -> throw refused("signature scheme 0x" + Integer.toHexString(scheme));
    };
  }

  private static Signature pss(String hash, int salt) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    return signature;
  }

  private static Failed refused(String what) {
    return new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, what);
  }
}

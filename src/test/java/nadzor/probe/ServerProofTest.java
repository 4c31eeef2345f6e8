package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** A server that shows another's certificate cannot sign for it. */
class ServerProofTest {
  private static final byte[] TRANSCRIPT = new byte[32];

  private static byte[] signed(KeyStore keys) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign((PrivateKey) keys.getKey("origin", TestCa.password()));
    String context = " ".repeat(64) + "TLS 1.3, server CertificateVerify\0";
    signature.update(context.getBytes(StandardCharsets.US_ASCII));
    signature.update(TRANSCRIPT);
    byte[] scheme = HelloWriter.number(2, 0x0403);
    byte[] body = Octets.join(scheme, HelloWriter.sized(2, signature.sign()));
    return Octets.join(HelloWriter.number(1, 15), HelloWriter.sized(3, body));
  }

  @Test
  void onlyTheCertificatesOwnKeyOverThisTranscriptCounts() throws GeneralSecurityException {
    KeyStore own = Laboratory.CA.issue(Laboratory.HOST);
    KeyStore other = Laboratory.CA.issue(Laboratory.HOST);
    X509Certificate shown = (X509Certificate) own.getCertificate("origin");
    assertDoesNotThrow(() -> ServerProof.verify(signed(own), shown, TRANSCRIPT));
    byte[] stolen = signed(other);
    Failed failed = assertThrows(Failed.class, () -> ServerProof.verify(stolen, shown, TRANSCRIPT));
    assertEquals(Failure.Name.SSL_FAILED_HANDSHAKE, failed.failure().name());
    byte[] replayed = signed(own);
    assertThrows(Failed.class, () -> ServerProof.verify(replayed, shown, new byte[] {1}));
  }
}

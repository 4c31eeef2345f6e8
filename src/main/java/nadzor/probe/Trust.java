package nadzor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The one authority that the probe believes: the laboratory's. Immutable, thread-safe. */
public final class Trust {
  private final X509TrustManager chains;

  private Trust(X509TrustManager chains) {
    this.chains = chains;
  }

  /**
   * Trusts a certificate file, PEM or DER.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it holds no certificate
   */
  public static Trust ofCaFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      CertificateFactory certificates = CertificateFactory.getInstance("X.509");
      return ofCa((X509Certificate) certificates.generateCertificate(in));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + " holds no X.509 certificate", e);
    }
  }

  /** Trusts what this certificate signed, and nothing else. */
  public static Trust ofCa(X509Certificate ca) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("ca", ca);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return new Trust(
          Arrays.stream(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .map(X509TrustManager.class::cast)
              .findFirst()
              .orElseThrow());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("not fit as an authority: " + ca, e);
    }
  }

  /** Checks chains of certificates, but no host names. */
  X509TrustManager chains() {
    return chains;
  }
}

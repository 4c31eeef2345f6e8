package nadzor.probe;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made for one test run. */
final class TestCa {
  private static final char[] PASSWORD = "test".toCharArray();
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final KeyPair keys = newKeys();
  private final X500Name name;
  private final X509Certificate certificate;

  TestCa(String commonName) {
    name = new X500Name("CN=" + commonName);
    certificate = sign(builder(name, keys, Duration.ofDays(1)), true);
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** A key store with one key whose certificate speaks for these names. */
  KeyStore issue(String... hosts) {
    return issueUntil(Duration.ofDays(1), hosts);
  }

  /** As {@link #issue}, but a day old and expired an hour ago. */
  KeyStore issueExpired(String... hosts) {
    return issueUntil(Duration.ofHours(-1), hosts);
  }

  /** As {@link #issue}, but the chain is that long, its end repeated. */
  KeyStore issueLongChain(int length, String... hosts) {
    try {
      KeyStore store = issue(hosts);
      X509Certificate[] chain = new X509Certificate[length];
      Arrays.fill(chain, certificate);
      chain[0] = (X509Certificate) store.getCertificate("origin");
      KeyStore longer = KeyStore.getInstance("JKS");
      longer.load(null, null);
      longer.setKeyEntry("origin", store.getKey("origin", PASSWORD), PASSWORD, chain);
      return longer;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private KeyStore issueUntil(Duration end, String... hosts) {
    try {
      KeyPair own = newKeys();
      JcaX509v3CertificateBuilder builder = builder(new X500Name("CN=origin"), own, end);
      GeneralName[] names = new GeneralName[hosts.length];
      for (int i = 0; i < hosts.length; i++) {
        names[i] = new GeneralName(GeneralName.dNSName, hosts[i]);
      }
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] chain = {sign(builder, false), certificate};
      store.setKeyEntry("origin", own.getPrivate(), PASSWORD, chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  static char[] password() {
    return PASSWORD.clone();
  }

  private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair own, Duration end) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        name,
        BigInteger.valueOf(SERIAL.getAndIncrement()),
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(end)),
        subject,
        own.getPublic());
  }

  private X509Certificate sign(JcaX509v3CertificateBuilder builder, boolean authority) {
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}

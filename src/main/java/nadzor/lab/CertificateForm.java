package nadzor.lab;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import nadzor.flow.DomainName;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The two forms of certificate (RFC 5280) that a laboratory CA makes, valid from and until. */
record CertificateForm(Instant from, Instant until) {
  private static final int SERIAL_BITS = 120;

  /** A CA that may sign leaves with these names (and names below them) and nothing else. */
  X509Certificate authority(X500Name name, KeyPair keys, Collection<DomainName> names)
      throws GeneralSecurityException {
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder form =
          start(name, name, keys)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
              .addExtension(Extension.nameConstraints, true, onlyFor(names))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  ids.createSubjectKeyIdentifier(keys.getPublic()));
      return sign(form, keys.getPrivate());
    } catch (CertIOException e) {
      throw new GeneralSecurityException("the CA certificate cannot be encoded", e);
    }
  }

  /** A server's certificate for these names. */
  X509Certificate server(
      X500Name subject, KeyPair keys, Collection<DomainName> names, Issuer issuer)
      throws GeneralSecurityException {
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder form =
          start(issuer.name(), subject, keys)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  ids.createAuthorityKeyIdentifier(issuer.keys().getPublic()))
              .addExtension(
                  Extension.subjectAlternativeName, false, new GeneralNames(dnsNames(names)));
      return sign(form, issuer.keys().getPrivate());
    } catch (CertIOException e) {
      throw new GeneralSecurityException("a certificate cannot be encoded", e);
    }
  }

  /** Who signs. */
  record Issuer(X500Name name, KeyPair keys) {}

  private X509v3CertificateBuilder start(X500Name issuer, X500Name subject, KeyPair keys) {
    return new X509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
        Date.from(from),
        Date.from(until),
        Locale.ROOT,
        subject,
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
  }

  private static X509Certificate sign(X509v3CertificateBuilder form, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(form.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("SHA256withECDSA is not to be had", e);
    }
  }

  /** RFC 5280 section 4.2.1.10: these DNS names, and no IP address at all. */
  private static NameConstraints onlyFor(Collection<DomainName> names) {
    GeneralSubtree[] permitted = new GeneralSubtree[names.size()];
    GeneralName[] written = dnsNames(names);
    for (int i = 0; i < written.length; i++) {
      permitted[i] = new GeneralSubtree(written[i]);
    }
    GeneralSubtree[] excluded = {
      new GeneralSubtree(everyAddress(4)), new GeneralSubtree(everyAddress(16))
    };
    return new NameConstraints(permitted, excluded);
  }

  /** An address of so many octets and its mask, all zero. */
  private static GeneralName everyAddress(int octets) {
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[2 * octets]));
  }

  private static GeneralName[] dnsNames(Collection<DomainName> names) {
    return names.stream()
        .sorted()
        .map(name -> new GeneralName(GeneralName.dNSName, name.text()))
        .toArray(GeneralName[]::new);
  }
}

package nadzor.load;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nadzor.dns.ResolverDoors;
import nadzor.flow.Endpoint;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** All doors of a resolver, with a certificate of its own signing. */
final class SubjectKey {
  private SubjectKey() {}

  static ResolverDoors doors() throws GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    Endpoint any = Endpoint.of("127.0.0.1", 0);
    return ResolverDoors.plain(any)
        .with(new ResolverDoors.Secure(any, any, keys.getPrivate(), List.of(signed(keys))));
  }

  private static X509Certificate signed(KeyPair keys)
      throws GeneralSecurityException, OperatorCreationException {
    X500Name name = new X500Name("CN=resolver.nadzor.test");
    Date from = Date.from(Instant.now().minus(Duration.ofHours(1)));
    Date until = Date.from(Instant.now().plus(Duration.ofHours(1)));
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name, BigInteger.ONE, from, until, name, keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}

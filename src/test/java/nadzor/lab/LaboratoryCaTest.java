package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.flow.DomainName;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaboratoryCaTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final Set<DomainName> NAMES =
      Set.of(DomainName.of("site.test"), DomainName.of("www.site.test"));

  @TempDir Path directory;

  private LaboratoryCa ca() throws IOException {
    return LaboratoryCa.create(directory.resolve("ca"), NAMES, NOW);
  }

  @Test
  void saysThatItIsASimulationAndIsValidForDays() throws Exception {
    LaboratoryCa ca = ca();
    String subject = ca.certificate().getSubjectX500Principal().getName();
    assertTrue(subject.contains("simulation"), subject);
    assertEquals(NOW.minus(Duration.ofHours(1)), ca.certificate().getNotBefore().toInstant());
    ca.certificate().checkValidity(Date.from(NOW));
    Duration valid = Duration.between(NOW, ca.certificate().getNotAfter().toInstant());
    assertTrue(valid.toDays() >= 2 && valid.toDays() <= 7, valid.toString());
    assertEquals(0, ca.certificate().getBasicConstraints(), "signs no further CA");
  }

  @Test
  void issuesForNamesOfTheWorld() throws Exception {
    LaboratoryCa ca = ca();
    OriginCertificate issued = ca.issue(NAMES);
    issued.certificate().verify(ca.certificate().getPublicKey());
    assertEquals(
        List.of("site.test", "www.site.test"),
        issued.certificate().getSubjectAlternativeNames().stream()
            .map(san -> String.valueOf(san.get(1)))
            .toList());
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), issued.certificate().getExtendedKeyUsage());
    assertEquals(-1, issued.certificate().getBasicConstraints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "test", "m.site.test", "xsite.test"})
  void refusesAllOtherNames(String name) throws IOException {
    LaboratoryCa ca = ca();
    List<DomainName> wanted = List.of(DomainName.of("site.test"), DomainName.of(name));
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> ca.issue(wanted)).getMessage());
    assertTrue(message.contains("found " + name), message);
    assertThrows(IllegalArgumentException.class, () -> ca.issue(List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> LaboratoryCa.create(directory, Set.of(), NOW));
  }

  @Test
  void writesItsCertificateAndHashesAndNoKey() throws Exception {
    LaboratoryCa ca = ca();
    OriginCertificate one = ca.issue(List.of(DomainName.of("site.test")));
    OriginCertificate two = ca.issue(List.of(DomainName.of("www.site.test")));
    assertEquals(one.spkiSha256(), ca.spkiList());
    assertEquals(one.spkiSha256(), two.spkiSha256());
    assertEquals(32, Base64.getDecoder().decode(one.spkiSha256()).length);
    assertEquals(
        one.spkiSha256() + " site.test\n" + two.spkiSha256() + " www.site.test\n",
        Files.readString(ca.spkiFile()));
    try (Stream<Path> files = Files.list(directory.resolve("ca"))) {
      assertEquals(
          List.of("ca.pem", "origins.spki"),
          files.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
    assertFalse(Files.readString(ca.caFile()).contains("PRIVATE"));
  }

  @Test
  void theHashIsThatOfOpenssl() throws Exception {
    OriginCertificate issued = ca().issue(NAMES);
    Path pem = directory.resolve("leaf.pem");
    Files.writeString(pem, LaboratoryCa.pem(issued.certificate()));
    String pipe =
        "openssl x509 -in '%s' -noout -pubkey | openssl pkey -pubin -outform der"
            + " | openssl dgst -sha256 -binary | base64";
    Shell.Ran ran = Shell.run(List.of("sh", "-c", pipe.formatted(pem)));
    assertEquals(issued.spkiSha256(), ran.out().strip());
  }

  @Test
  void isFreshAtEachStart() throws IOException {
    X509Certificate first = ca().certificate();
    X509Certificate second = ca().certificate();
    assertFalse(first.getPublicKey().equals(second.getPublicKey()));
  }

  /** Columns: the name in a certificate that the CA's own key signed, whether OpenSSL takes it. */
  @ParameterizedTest
  @CsvSource({"site.test,true", "a.site.test,true", "other.test,false", "xsite.test,false"})
  void nameConstraintsFenceClientsToo(String name, boolean accepted) throws Exception {
    CertificateForm form = new CertificateForm(NOW, NOW.plus(Duration.ofDays(1)));
    CertificateForm.Issuer issuer = new CertificateForm.Issuer(new X500Name("CN=CA"), keys());
    X509Certificate top =
        form.authority(issuer.name(), issuer.keys(), List.of(DomainName.of("site.test")));
    X509Certificate leaf =
        form.server(new X500Name("CN=leaf"), keys(), List.of(DomainName.of(name)), issuer);
    Path caFile = directory.resolve("top.pem");
    Path leafFile = directory.resolve("leaf.pem");
    Files.writeString(caFile, LaboratoryCa.pem(top));
    Files.writeString(leafFile, LaboratoryCa.pem(leaf));
    Shell.Ran ran =
        Shell.run(
            List.of(
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-attime",
                Long.toString(NOW.getEpochSecond() + 60),
                "-CAfile",
                caFile.toString(),
                leafFile.toString()));
    assertEquals(accepted, ran.code() == 0, ran.out());
    assertEquals(!accepted, ran.out().contains("permitted subtree violation"), ran.out());
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}

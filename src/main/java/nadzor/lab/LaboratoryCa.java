package nadzor.lab;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import nadzor.flow.DomainName;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The laboratory's own certificate authority: made at each start, valid for days, its key never
 * written, never installed anywhere, and fenced twice: it issues for names of the world alone, and
 * its certificate carries name constraints (RFC 5280 section 4.2.1.10) that say so to clients.
 *
 * <p>Files in its directory: {@code ca.pem}, and {@code origins.spki} with one line for each
 * certificate: its key's hash as Chromium takes it, then its names. Thread-safe.
 */
public final class LaboratoryCa {
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration AFTER = Duration.ofDays(4);
  private static final String SIMULATION = "nadzor laboratory, a simulation";

  private final Path directory;
  private final Set<DomainName> names;
  private final CertificateForm form;
  private final CertificateForm past;
  private final CertificateForm.Issuer issuer;
  private final X509Certificate certificate;
  private final KeyPair originKeys;
  private final Set<String> spkiHashes = new LinkedHashSet<>();

  private LaboratoryCa(Path directory, Set<DomainName> names, Instant now)
      throws GeneralSecurityException {
    this.directory = directory;
    this.names = Set.copyOf(names);
    form = new CertificateForm(now.minus(BEFORE), now.plus(AFTER));
    past = new CertificateForm(now.minus(AFTER), now.minus(BEFORE));
    issuer = new CertificateForm.Issuer(subject("nadzor laboratory CA (simulation)"), newKeys());
    originKeys = newKeys();
    certificate = form.authority(issuer.name(), issuer.keys(), names);
  }

  /**
   * Makes a CA and writes its certificate; what an earlier one left in the directory is replaced.
   *
   * @param directory the laboratory's own; made where it is missing
   * @param names all that it may ever sign for, at least one
   * @param now real time, not the story's: clients check against their own clock
   * @throws IOException if the directory cannot be written
   */
  public static LaboratoryCa create(Path directory, Set<DomainName> names, Instant now)
      throws IOException {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("laboratory CA: found no names, expected the world's");
    }
    try {
      LaboratoryCa ca = new LaboratoryCa(directory, names, now);
      Files.createDirectories(directory);
      Files.writeString(ca.caFile(), pem(ca.certificate));
      Files.writeString(ca.spkiFile(), "");
      return ca;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make an EC P-256 certificate", e);
    }
  }

  /** The certificate as PEM, for {@code curl --cacert}. */
  public Path caFile() {
    return directory.resolve("ca.pem");
  }

  /** The hashes of the origins' keys with their names, one line each. */
  public Path spkiFile() {
    return directory.resolve("origins.spki");
  }

  /** The CA's certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The value for Chromium's {@code --ignore-certificate-errors-spki-list}. */
  public synchronized String spkiList() {
    return String.join(",", spkiHashes);
  }

  /**
   * A certificate for these names. All origins share one key, made with the CA, so that a browser
   * can be told to trust a single hash.
   *
   * @throws IllegalArgumentException if a name is not of the world, or there is none
   * @throws IOException if the list of hashes cannot be written
   */
  OriginCertificate issue(Collection<DomainName> wanted) throws IOException {
    return issue(wanted, form);
  }

  /** As {@link #issue}, but run out an hour ago: for clients that ought to notice. */
  OriginCertificate issueExpired(Collection<DomainName> wanted) throws IOException {
    return issue(wanted, past);
  }

  private synchronized OriginCertificate issue(Collection<DomainName> wanted, CertificateForm dated)
      throws IOException {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("laboratory CA: found no name to sign for, expected one");
    }
    for (DomainName name : wanted) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "laboratory CA: found %s, expected a name of the world: it signs no other"
                .formatted(name));
      }
    }
    try {
      X509Certificate leaf = dated.server(subject("laboratory origin"), originKeys, wanted, issuer);
      String hash = spkiSha256(leaf);
      note(hash, wanted);
      return new OriginCertificate(originKeys.getPrivate(), leaf, hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make an EC P-256 certificate", e);
    }
  }

  /**
   * A certificate that it did not sign, nor anybody whom a client trusts: with a key of its own,
   * signed by itself; what a network shows that puts itself in the middle. In no list of hashes.
   */
  OriginCertificate stranger(DomainName name) {
    try {
      KeyPair keys = newKeys();
      X500Name subject = subject("not the origin: a network in the middle");
      X509Certificate leaf =
          form.server(subject, keys, Set.of(name), new CertificateForm.Issuer(subject, keys));
      return new OriginCertificate(keys.getPrivate(), leaf, spkiSha256(leaf));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make an EC P-256 certificate", e);
    }
  }

  private void note(String hash, Collection<DomainName> wanted) throws IOException {
    spkiHashes.add(hash);
    String line = hash + " " + String.join(" ", wanted.stream().map(DomainName::text).toList());
    Files.writeString(spkiFile(), Files.readString(spkiFile()) + line + "\n");
  }

  private static X500Name subject(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, SIMULATION)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String spkiSha256(X509Certificate leaf) {
    byte[] hash = Hashing.sha256().hashBytes(leaf.getPublicKey().getEncoded()).asBytes();
    return Base64.getEncoder().encodeToString(hash);
  }

  /** A certificate in the text form of RFC 7468. */
  static String pem(X509Certificate certificate) throws GeneralSecurityException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}

package nadzor.probe;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.flow.DomainName;

/** Whether a certificate speaks for a name: dNSName entries only (RFC 9525 section 6.3). */
final class HostNames {
  private static final int DNS_NAME = 2;

  private HostNames() {}

  static boolean covers(X509Certificate certificate, DomainName host) {
    return subjects(certificate).stream()
        .filter(entry -> entry.size() > 1 && Integer.valueOf(DNS_NAME).equals(entry.get(0)))
        .anyMatch(entry -> matches(String.valueOf(entry.get(1)), host.text()));
  }

  private static Collection<List<?>> subjects(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** A wildcard stands for exactly one whole label, the first. */
  static boolean matches(String pattern, String host) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return wanted.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0 && wanted.substring(1).equals(host.substring(dot));
  }
}

package nadzor.probe;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import nadzor.flow.DomainName;

/**
 * Verifies one handshake's peer: the chain first, then the name that was meant, whatever the
 * ClientHello said. Keeps what the peer showed and what was wrong with it. Not thread-safe.
 */
final class PeerCheck extends X509ExtendedTrustManager {
  private final Trust trust;
  private final List<DomainName> hosts;
  private List<String> shown = List.of();
  private Optional<Failure> refusal = Optional.empty();

  /**
   * @param hosts the certificate must speak for one of them
   */
  PeerCheck(Trust trust, List<DomainName> hosts) {
    this.trust = trust;
    this.hosts = List.copyOf(hosts);
  }

  /** Base64 of DER, the peer's own certificate first. */
  List<String> shown() {
    return shown;
  }

  /** Why the peer was not believed. */
  Optional<Failure> refusal() {
    return refusal;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    shown = encode(chain);
    try {
      trust.chains().checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      refusal = Optional.of(new Failure(nameOf(e), String.valueOf(e.getMessage())));
      throw e;
    }
    if (hosts.stream().noneMatch(host -> HostNames.covers(chain[0], host))) {
      refusal = Optional.of(new Failure(Failure.Name.SSL_INVALID_HOSTNAME, hosts.toString()));
      throw new CertificateException("the certificate does not speak for " + hosts);
    }
  }

  /** No way from the chain to our authority is one thing; a flaw on that way another. */
  private static Failure.Name nameOf(CertificateException error) {
    Optional<Throwable> cause = Optional.of(error);
    while (cause.isPresent()) {
      if (cause.get() instanceof CertPathBuilderException) {
        return Failure.Name.SSL_UNKNOWN_AUTHORITY;
      }
      cause = cause.map(Throwable::getCause);
    }
    return Failure.Name.SSL_INVALID_CERTIFICATE;
  }

  private static List<String> encode(X509Certificate[] chain) throws CertificateEncodingException {
    List<String> encoded = new ArrayList<>();
    for (X509Certificate each : chain) {
      encoded.add(Base64.getEncoder().encodeToString(each.getEncoded()));
    }
    return List.copyOf(encoded);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a probe is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.chains().getAcceptedIssuers();
  }
}

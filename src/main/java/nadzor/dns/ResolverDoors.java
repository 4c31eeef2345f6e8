package nadzor.dns;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;

/**
 * Where a resolver can be asked, and where in its network it stands. Immutable.
 *
 * @param plain UDP and TCP (RFC 1035, RFC 7766), on one number
 * @param secure TLS and HTTPS, where they are open
 * @param place what its judge is told: the network's own resolver, or the way to one abroad
 */
public record ResolverDoors(Endpoint plain, Optional<Secure> secure, Place place) {
  /**
   * The doors that want a certificate.
   *
   * @param dot DNS over TLS (RFC 7858)
   * @param doh DNS over HTTPS (RFC 8484), HTTP/1.1 and HTTP/2, path {@value DohRequest#PATH}
   * @param key of the certificate
   * @param chain the server's certificate first; without the root, which clients have
   */
  public record Secure(Endpoint dot, Endpoint doh, PrivateKey key, List<X509Certificate> chain) {
    /** Copies the chain. */
    public Secure {
      chain = List.copyOf(chain);
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("secure doors: found no certificate, expected one");
      }
    }
  }

  /** UDP and TCP alone, at the network's own resolver; port 0 takes a number free for both. */
  public static ResolverDoors plain(Endpoint at) {
    return new ResolverDoors(at, Optional.empty(), Place.RESOLVER);
  }

  /** The same with TLS and HTTPS. */
  public ResolverDoors with(Secure doors) {
    return new ResolverDoors(plain, Optional.of(doors), place);
  }

  /** The same at another place. */
  public ResolverDoors at(Place newPlace) {
    return new ResolverDoors(plain, secure, newPlace);
  }
}

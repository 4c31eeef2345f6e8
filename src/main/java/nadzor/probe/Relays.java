package nadzor.probe;

import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * The relays abroad, and the way for datagrams. Immutable.
 *
 * @param http an HTTP proxy, CONNECT in the clear
 * @param socks a SOCKS5 proxy, names in the clear
 * @param tls an HTTP proxy inside TLS; its door has a name
 * @param datagrams the network's own SOCKS5 port where it allows UDP ASSOCIATE
 */
public record Relays(
    Optional<Door> http, Optional<Door> socks, Optional<Door> tls, Optional<Endpoint> datagrams) {
  /** None. */
  public static final Relays NONE =
      new Relays(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These, and an HTTP proxy. */
  public Relays withHttp(Door door) {
    return new Relays(Optional.of(door), socks, tls, datagrams);
  }

  /** These, and a SOCKS5 proxy. */
  public Relays withSocks(Door door) {
    return new Relays(http, Optional.of(door), tls, datagrams);
  }

  /** These, and an encrypted one. */
  public Relays withTls(Door door) {
    return new Relays(http, socks, Optional.of(door), datagrams);
  }

  /** These, and a way for datagrams. */
  public Relays withDatagrams(Endpoint socks5) {
    return new Relays(http, socks, tls, Optional.of(socks5));
  }
}

package nadzor.probe;

import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * The resolvers abroad, by the way they are asked. Immutable.
 *
 * @param udp over UDP
 * @param tcp over TCP
 * @param dot over TLS, RFC 7858; its door has a name
 * @param doh over HTTPS, RFC 8484, at {@code /dns-query}; its door has a name
 * @param elsewhere over UDP, asked outside this network: what a friend abroad would tell
 */
public record Doors(
    Optional<Endpoint> udp,
    Optional<Door> tcp,
    Optional<Door> dot,
    Optional<Door> doh,
    Optional<Endpoint> elsewhere) {
  /** None. */
  public static final Doors NONE =
      new Doors(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** One resolver that answers over UDP and TCP on the same port. */
  public static Doors ofResolver(Endpoint resolver) {
    return new Doors(
        Optional.of(resolver),
        Optional.of(Door.at(resolver)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** These, and DNS over TLS. */
  public Doors withDot(Door door) {
    return new Doors(udp, tcp, Optional.of(door), doh, elsewhere);
  }

  /** These, and DNS over HTTPS. */
  public Doors withDoh(Door door) {
    return new Doors(udp, tcp, dot, Optional.of(door), elsewhere);
  }

  /** These, and a resolver outside this network. */
  public Doors withElsewhere(Endpoint resolver) {
    return new Doors(udp, tcp, dot, doh, Optional.of(resolver));
  }
}

package nadzor.wire;

import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/** Where a client wants to be taken: an address or a name, with a port. Immutable. */
public sealed interface Target {
  /** The port, 1 to 65535. */
  int port();

  /** An address, as it was given. */
  record Literal(Endpoint endpoint) implements Target {
    @Override
    public int port() {
      return endpoint.port();
    }
  }

  /** A name that is still to be resolved. */
  record Named(DomainName name, int port) implements Target {}

  /** A host that is an address literal or a name; empty where it is neither or the port is 0. */
  static Optional<Target> of(String host, int port) {
    if (port < 1 || port > 65_535) {
      return Optional.empty();
    }
    return Addresses.isLiteral(host)
        ? Optional.of(new Literal(Endpoint.of(host, port)))
        : DomainName.tryOf(host).map(name -> new Named(name, port));
  }

  /**
   * Reads {@code host:port} with an IPv6 host in brackets (RFC 9112 section 3.2.3).
   *
   * @param defaultPort what counts where no port is written; 0 where one must be
   */
  static Optional<Target> ofAuthority(String authority, int defaultPort) {
    int bracket = authority.indexOf(']');
    if (authority.startsWith("[") && bracket > 0) {
      String inside = authority.substring(1, bracket);
      return inside.indexOf(':') < 0
          ? Optional.empty()
          : port(authority.substring(bracket + 1), defaultPort).flatMap(p -> of(inside, p));
    }
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String rest = colon < 0 ? "" : authority.substring(colon);
    return port(rest, defaultPort).flatMap(p -> of(host, p));
  }

  private static Optional<Integer> port(String written, int defaultPort) {
    if (written.isEmpty()) {
      return Optional.of(defaultPort);
    }
    boolean number = written.matches(":[0-9]{1,5}");
    return number ? Optional.of(Integer.valueOf(written.substring(1))) : Optional.empty();
  }
}

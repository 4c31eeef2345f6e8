package nadzor.probe;

import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/**
 * Where a helper abroad is reached from this network. Immutable.
 *
 * @param at address and port, as clients of this network know them
 * @param name what its certificate must say; empty for helpers without TLS
 * @param throughProxy whether the network's proxy leads there; else {@code at} is an address of the
 *     network itself that stands for the helper, and is connected to as it is
 */
public record Door(Endpoint at, Optional<DomainName> name, boolean throughProxy) {
  /** Without TLS, connected to as it is. */
  public static Door at(Endpoint at) {
    return new Door(at, Optional.empty(), false);
  }

  /** With TLS, connected to as it is. */
  public static Door named(Endpoint at, String name) {
    return new Door(at, Optional.of(DomainName.of(name)), false);
  }

  /** The same, reached through the network's proxy. */
  public Door viaProxy() {
    return new Door(at, name, true);
  }

  /** A connection to it. */
  TcpLine open(Vantage vantage, Deadline until) throws Failed {
    return throughProxy
        ? SocksClient.open(vantage.source(), vantage.proxy(), at, until)
        : TcpLine.open(vantage.source(), at, until);
  }

  /** The name for TLS. */
  DomainName certified() {
    return name.orElseThrow(() -> new IllegalArgumentException(at + " needs a name for TLS"));
  }
}

package nadzor.probe;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * Where a probe stands: one network, as its clients are given it. Immutable.
 *
 * @param network the network's name
 * @param resolver the network's own resolver, UDP and TCP
 * @param foreignResolver a resolver abroad, as it is reached from this network
 * @param proxy the SOCKS5 port through which all streams of this network go
 * @param client the address that the probe sends from; empty: whichever the system picks. Where a
 *     filter remembers triggers by address and port, a client of its own for each cell keeps one
 *     visit from spoiling another (a fresh source for each probe)
 */
public record Vantage(
    String network,
    Endpoint resolver,
    Endpoint foreignResolver,
    Endpoint proxy,
    Optional<InetAddress> client) {
  /** Sends from whichever address the system picks. */
  public Vantage(String network, Endpoint resolver, Endpoint foreignResolver, Endpoint proxy) {
    this(network, resolver, foreignResolver, proxy, Optional.empty());
  }

  Source source() {
    return new Source(client);
  }
}

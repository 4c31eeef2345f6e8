package nadzor.probe;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * Where a probe stands: one network, as its clients are given it. Immutable.
 *
 * @param network the network's name
 * @param resolver the network's own resolver, UDP and TCP
 * @param doors resolvers abroad
 * @param proxy the SOCKS5 port through which all streams of this network go
 * @param relays relays abroad
 * @param hints what clients know from hearsay
 * @param client the address that the probe sends from; empty: whichever the system picks. Where a
 *     filter remembers triggers by address and port, a client of its own for each cell keeps one
 *     visit from spoiling another (a fresh source for each probe)
 */
public record Vantage(
    String network,
    Endpoint resolver,
    Doors doors,
    Endpoint proxy,
    Relays relays,
    Hints hints,
    Optional<InetAddress> client) {
  /** Knows one resolver abroad and nothing else. */
  public Vantage(
      String network,
      Endpoint resolver,
      Endpoint foreignResolver,
      Endpoint proxy,
      Optional<InetAddress> client) {
    this(
        network,
        resolver,
        Doors.ofResolver(foreignResolver),
        proxy,
        Relays.NONE,
        Hints.NONE,
        client);
  }

  /** Likewise, and sends from whichever address the system picks. */
  public Vantage(String network, Endpoint resolver, Endpoint foreignResolver, Endpoint proxy) {
    this(network, resolver, foreignResolver, proxy, Optional.empty());
  }

  /** The same with other doors. */
  public Vantage with(Doors other) {
    return new Vantage(network, resolver, other, proxy, relays, hints, client);
  }

  /** The same with other relays. */
  public Vantage with(Relays other) {
    return new Vantage(network, resolver, doors, proxy, other, hints, client);
  }

  /** The same with other hints. */
  public Vantage with(Hints other) {
    return new Vantage(network, resolver, doors, proxy, relays, other, client);
  }

  /** The same, seen from another address. */
  public Vantage from(InetAddress other) {
    return new Vantage(network, resolver, doors, proxy, relays, hints, Optional.of(other));
  }

  Source source() {
    return new Source(client);
  }
}

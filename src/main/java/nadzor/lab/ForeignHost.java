package nadzor.lab;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/**
 * A host abroad that is no site: in every world, under a name of its own. Immutable.
 *
 * @param ipv4 advertised, and bound itself with other ports
 * @param ipv6 advertised
 */
public record ForeignHost(DomainName host, InetAddress ipv4, InetAddress ipv6) {
  /** The truthful resolver: UDP, TCP, DoT and DoH. */
  public static final ForeignHost RESOLVER =
      of("dns.abroad.test", LabAddresses.FOREIGN_RESOLVER, "2001:db8:20::2");

  /** The same over TLS (RFC 7858), as the world advertises it. */
  static final Endpoint RESOLVER_OVER_TLS = new Endpoint(RESOLVER.ipv4(), 853);

  /** The same over HTTPS (RFC 8484), as the world advertises it. */
  static final Endpoint RESOLVER_OVER_HTTPS = new Endpoint(RESOLVER.ipv4(), 443);

  /** The truthful relay: SOCKS and HTTP proxying, plain and inside TLS. */
  public static final ForeignHost RELAY =
      of("relay.abroad.test", LabAddresses.FOREIGN_RELAY, "2001:db8:20::3");

  /** Both. */
  static final List<ForeignHost> ALL = List.of(RESOLVER, RELAY);

  private static ForeignHost of(String host, InetAddress ipv4, String ipv6) {
    return new ForeignHost(DomainName.of(host), ipv4, Addresses.parse(ipv6));
  }

  /** Both of its addresses. */
  Stream<InetAddress> addresses() {
    return Stream.of(ipv4, ipv6);
  }
}

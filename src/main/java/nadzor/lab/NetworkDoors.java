package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.dns.ResolverDoors;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import nadzor.proxy.ProxyDoors;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;
import nadzor.proxy.ProxyWorld;

/**
 * Opens the doors of one network: every one is judged by the same enforcement, and closed with the
 * network's resources.
 *
 * @param behindBalancer whether a balancer names the proxy's clients
 */
record NetworkDoors(
    NetworkShared shared, Enforcement enforcement, Resources resources, boolean behindBalancer) {
  /** The network's own resolver: UDP and TCP there, DoT and DoH on ports of their own. */
  ResolverServer resolver(Endpoint at) throws IOException {
    Hosting hosting = shared.hosting();
    Endpoint plain = hosting.fence().admit("resolver", at);
    Endpoint any = new Endpoint(plain.address(), 0);
    ResolverDoors.Secure secure =
        new ResolverDoors.Secure(
            any, any, shared.certificate().key(), List.of(shared.certificate().certificate()));
    return resources.add(
        ResolverServer.start(
            hosting.transport(),
            ResolverDoors.plain(plain).with(secure),
            Optional.of(enforcement),
            shared.truth(),
            ResolverLimits.defaults()));
  }

  /** The foreign resolver, UDP and TCP, as it is reached from here: judged on the way. */
  ResolverServer foreignAlias(Endpoint at) throws IOException {
    Hosting hosting = shared.hosting();
    return resources.add(
        ResolverServer.start(
            hosting.transport(),
            ResolverDoors.plain(hosting.fence().admit("foreign resolver", at)).at(Place.PATH),
            Optional.of(enforcement),
            shared.abroad(),
            ResolverLimits.defaults().withoutCache()));
  }

  /**
   * The proxy: a mixed port, transparent ones for TLS and HTTP, and the ways to the foreign
   * resolver's DoT and DoH, each judged as what it leads to.
   *
   * @param alias where the foreign resolver is reached from here
   */
  ProxyServer proxy(Endpoint at, InetAddress alias, ProxyWorld world) throws IOException {
    Hosting hosting = shared.hosting();
    Endpoint mixed = hosting.fence().admit("proxy", at);
    Endpoint any = new Endpoint(mixed.address(), 0);
    Endpoint way = hosting.fence().admit("foreign resolver", new Endpoint(alias, 0));
    ProxyDoors doors =
        ProxyDoors.mixed(mixed)
            .withTls(any)
            .withHttp(any)
            .withAlias(way, ForeignHost.RESOLVER_OVER_TLS)
            .withAlias(way, ForeignHost.RESOLVER_OVER_HTTPS);
    ProxyDoors named = behindBalancer ? doors.behindBalancer() : doors;
    return resources.add(
        ProxyServer.start(hosting.transport(), named, world, enforcement, ProxyLimits.STANDARD));
  }
}

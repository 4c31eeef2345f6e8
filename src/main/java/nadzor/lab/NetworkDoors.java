package nadzor.lab;

import java.io.IOException;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.dns.ResolverDoors;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;
import nadzor.proxy.ProxyWorld;

/**
 * Opens the doors of one network: every one is judged by the same enforcement, and closed with the
 * network's resources.
 */
record NetworkDoors(NetworkShared shared, Enforcement enforcement, Resources resources) {
  /** The network's own resolver, UDP and TCP. */
  ResolverServer resolver(Endpoint at) throws IOException {
    Hosting hosting = shared.hosting();
    return resources.add(
        ResolverServer.start(
            hosting.transport(),
            hosting.fence().admit("resolver", at),
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

  /** The mixed proxy port. */
  ProxyServer proxy(Endpoint at, ProxyWorld world) throws IOException {
    Hosting hosting = shared.hosting();
    return resources.add(
        ProxyServer.start(
            hosting.transport(),
            hosting.fence().admit("proxy", at),
            world,
            enforcement,
            ProxyLimits.STANDARD));
  }
}

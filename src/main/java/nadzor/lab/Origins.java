package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/**
 * All origin servers of a world, on addresses of 127.10.0.0/16: an advertised address that lies
 * there is bound itself (with other ports), any other gets one that is free. Thread-safe; {@link
 * #close} is idempotent.
 */
final class Origins implements AutoCloseable {
  private static final AddressRange HOME = AddressRange.of("127.10.0.0/16");

  private final List<OriginServer> servers;
  private final World world;

  private Origins(List<OriginServer> servers, World world) {
    this.servers = servers;
    this.world = world;
  }

  /**
   * Starts them.
   *
   * @throws IOException if one cannot listen, or the CA cannot write; then none is left listening
   */
  static Origins start(Hosting hosting, World world, LaboratoryCa ca) throws IOException {
    List<OriginServer> servers = new ArrayList<>();
    Map<Endpoint, Endpoint> routes = new HashMap<>();
    Map<Endpoint, Endpoint> datagramRoutes = new HashMap<>();
    Set<InetAddress> advertised = world.ipv4Addresses();
    InetAddress free = HOME.base();
    try {
      for (InetAddress address : advertised) {
        InetAddress bindTo = address;
        if (!HOME.contains(address)) {
          free = nextFree(free, advertised);
          bindTo = free;
        }
        OriginServer server =
            OriginServer.start(hosting, bindTo, world.sitesAt(address), world, ca);
        servers.add(server);
        routes.putAll(server.routes());
        datagramRoutes.putAll(server.datagramRoutes());
      }
      return new Origins(
          List.copyOf(servers), world.withRoutes(routes).withDatagramRoutes(datagramRoutes));
    } catch (IOException | RuntimeException e) {
      servers.forEach(OriginServer::close);
      throw e;
    }
  }

  private static InetAddress nextFree(InetAddress last, Set<InetAddress> taken) {
    InetAddress next = Addresses.plus(last, 1);
    while (taken.contains(next)) {
      next = Addresses.plus(next, 1);
    }
    return next;
  }

  /** The world with the routes to these servers. */
  World world() {
    return world;
  }

  @Override
  public void close() {
    servers.forEach(OriginServer::close);
  }
}

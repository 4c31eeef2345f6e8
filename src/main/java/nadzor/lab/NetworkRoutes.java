package nadzor.lab;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.dns.Lookup;
import nadzor.dns.StubResolver;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyWorld;
import nadzor.proxy.Resolved;

/**
 * How a proxy sees the world: names by one resolver, addresses by the routes. A port of the world
 * that nothing serves refuses; another address is outside. Thread-safe.
 *
 * @param own of streams, before the world's: the network's block page
 * @param pages where hijacked flows lead
 * @param refuses where every other port of the world leads
 */
record NetworkRoutes(
    StubResolver stub,
    World world,
    Map<Endpoint, Endpoint> own,
    Optional<BlockPages> pages,
    Endpoint refuses)
    implements ProxyWorld {
  private static final int NXDOMAIN = 3;

  /** Where a block page is bound, plain and behind TLS. */
  record BlockPages(Endpoint plain, Endpoint tls) {}

  @Override
  public Future<Resolved> resolve(DomainName host, EventLoop loop) {
    Promise<Resolved> result = loop.newPromise();
    stub.resolve(host, loop)
        .addListener(
            (Future<Lookup> lookup) ->
                result.setSuccess(
                    lookup.isSuccess() ? told(lookup.getNow()) : new Resolved.Silent()));
    return result;
  }

  /** By the world itself. */
  @Override
  public Future<Resolved> locate(DomainName host, EventLoop loop) {
    List<InetAddress> addresses = world.addressesOf(host);
    Resolved located =
        addresses.isEmpty()
            ? new Resolved.Failed(NXDOMAIN, OptionalInt.empty())
            : new Resolved.Addresses(addresses);
    return loop.newSucceededFuture(located);
  }

  private static Resolved told(Lookup lookup) {
    if (lookup instanceof Lookup.Found found) {
      return new Resolved.Addresses(found.addresses());
    }
    Lookup.Failed failed = (Lookup.Failed) lookup;
    return switch (failed.failure()) {
      case NODATA -> new Resolved.Addresses(List.of());
      case NXDOMAIN -> new Resolved.Failed(NXDOMAIN, failed.extendedError());
      case REFUSED -> new Resolved.Failed(5, failed.extendedError());
      case TIMEOUT -> new Resolved.Silent();
      default -> new Resolved.Failed(2, failed.extendedError());
    };
  }

  @Override
  public Optional<Endpoint> route(Endpoint advertised) {
    Optional<Endpoint> served =
        Optional.ofNullable(own.get(advertised)).or(() -> world.route(advertised));
    return served.or(() -> isOfTheWorld(advertised) ? Optional.of(refuses) : Optional.empty());
  }

  @Override
  public Optional<Endpoint> blockPage(boolean tls) {
    return pages.map(bound -> tls ? bound.tls() : bound.plain());
  }

  @Override
  public Optional<Endpoint> routeDatagrams(Endpoint advertised) {
    return world.routeDatagrams(advertised);
  }

  private boolean isOfTheWorld(Endpoint advertised) {
    InetAddress address = advertised.address();
    return world.addresses().contains(address)
        || own.keySet().stream().anyMatch(known -> known.address().equals(address));
  }
}

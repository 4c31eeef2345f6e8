package nadzor.proxy;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.wire.Target;

/** Finds where a target is bound: names by the network's resolver, addresses by the world's map. */
final class Destination {
  private static final int NODATA = 0;
  private static final int SERVFAIL = 2;

  /** Told once, on the event loop. */
  interface Found {
    /** The target is known by this advertised endpoint and is bound there. */
    void found(Endpoint advertised, Endpoint bound);

    /** A name leads to an address where nothing is: what is sent there is lost. */
    void nowhere();

    /** There is none. */
    void failed(Failure failure);
  }

  private final BiFunction<DomainName, EventLoop, Future<Resolved>> names;
  private final Function<Endpoint, Optional<Endpoint>> route;
  private final EventLoop loop;
  private final Found found;

  private Destination(
      BiFunction<DomainName, EventLoop, Future<Resolved>> names,
      Function<Endpoint, Optional<Endpoint>> route,
      EventLoop loop,
      Found found) {
    this.names = names;
    this.route = route;
    this.loop = loop;
    this.found = found;
  }

  /** Of a connection. */
  static Destination ofStream(ProxyWorld world, EventLoop loop, Found found) {
    return new Destination(world::resolve, world::route, loop, found);
  }

  /** Of a connection to a transparent port. */
  static Destination ofTransparent(ProxyWorld world, EventLoop loop, Found found) {
    return new Destination(world::locate, world::route, loop, found);
  }

  /** Of datagrams. */
  static Destination ofDatagrams(ProxyWorld world, EventLoop loop, Found found) {
    return new Destination(world::resolve, world::routeDatagrams, loop, found);
  }

  void find(Target target) {
    if (target instanceof Target.Named named) {
      Future<Resolved> addresses = names.apply(named.name(), loop);
      if (addresses.isDone()) {
        resolved(named, addresses);
      } else {
        addresses.addListener(
            (Future<Resolved> future) -> loop.execute(() -> resolved(named, future)));
      }
    } else if (target instanceof Target.Literal literal) {
      Optional<Endpoint> bound = route.apply(literal.endpoint());
      if (bound.isPresent()) {
        found.found(literal.endpoint(), bound.get());
      } else {
        prohibited(literal.endpoint().toString());
      }
    }
  }

  private void resolved(Target.Named named, Future<Resolved> future) {
    String name = named.name().text();
    if (!future.isSuccess()) {
      found.failed(Failure.dns(name, SERVFAIL, OptionalInt.empty()));
    } else if (future.getNow() instanceof Resolved.Silent) {
      found.failed(Failure.of(Failure.Kind.DNS_TIMEOUT, "the resolver did not answer for " + name));
    } else if (future.getNow() instanceof Resolved.Failed failed) {
      found.failed(Failure.dns(name, failed.rcode(), failed.extendedError()));
    } else if (future.getNow() instanceof Resolved.Addresses addresses) {
      choose(named, addresses);
    }
  }

  /** The first address that the world has something behind. */
  private void choose(Target.Named named, Resolved.Addresses addresses) {
    for (InetAddress address : addresses.list()) {
      Endpoint advertised = new Endpoint(address, named.port());
      Optional<Endpoint> bound = route.apply(advertised);
      if (bound.isPresent()) {
        found.found(advertised, bound.get());
        return;
      }
    }
    if (addresses.list().isEmpty()) {
      found.failed(Failure.dns(named.name().text(), NODATA, OptionalInt.empty()));
    } else {
      found.nowhere();
    }
  }

  private void prohibited(String what) {
    found.failed(
        Failure.of(
            Failure.Kind.DESTINATION_PROHIBITED, "destination outside the laboratory: " + what));
  }
}

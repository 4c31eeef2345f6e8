package nadzor.proxy;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/** A world of two tables; what is in neither does not exist. */
final class FakeWorld implements ProxyWorld {
  private final Map<DomainName, Resolved> names = new HashMap<>();
  private final Map<Endpoint, Endpoint> routes = new HashMap<>();
  private final Map<Boolean, Endpoint> pages = new HashMap<>();

  FakeWorld name(String name, String... addresses) {
    return answer(
        name,
        new Resolved.Addresses(
            List.of(addresses).stream().map(nadzor.flow.Addresses::parse).toList()));
  }

  FakeWorld answer(String name, Resolved resolved) {
    names.put(DomainName.of(name), resolved);
    return this;
  }

  FakeWorld route(Endpoint advertised, Endpoint bound) {
    routes.put(advertised, bound);
    return this;
  }

  /** The resolver of a name that is to hang forever is never done. */
  @Override
  public Future<Resolved> resolve(DomainName name, EventLoop loop) {
    if (name.text().startsWith("hang.")) {
      return loop.newPromise();
    }
    return loop.newSucceededFuture(
        names.getOrDefault(name, new Resolved.Failed(3, OptionalInt.of(16))));
  }

  /** The network's own block page, plain and over TLS. */
  FakeWorld pages(Endpoint plain, Endpoint tls) {
    pages.put(false, plain);
    pages.put(true, tls);
    return this;
  }

  @Override
  public Optional<Endpoint> blockPage(boolean tls) {
    return Optional.ofNullable(pages.get(tls));
  }

  /** Datagrams go where streams go. */
  @Override
  public Optional<Endpoint> routeDatagrams(Endpoint advertised) {
    return route(advertised);
  }

  @Override
  public Optional<Endpoint> route(Endpoint advertised) {
    return Optional.ofNullable(routes.get(advertised));
  }
}

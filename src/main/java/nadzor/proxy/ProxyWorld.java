package nadzor.proxy;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/** What a network's proxy knows of the world around it. Implementations are thread-safe. */
public interface ProxyWorld {
  /**
   * Asks the network's own resolver, so that its DNS restrictions bite. Never blocks.
   *
   * @param loop the event loop of the flow; the future should be one of its own
   * @return never fails for a reason that {@link Resolved} can name
   */
  Future<Resolved> resolve(DomainName name, EventLoop loop);

  /**
   * Where a name truly is, for a client that has found its address already and reached a
   * transparent port, which does not know it: no network's resolver has a say in that. Never
   * blocks.
   *
   * @param loop the event loop of the flow; the future should be one of its own
   */
  default Future<Resolved> locate(DomainName name, EventLoop loop) {
    return resolve(name, loop);
  }

  /**
   * Where an advertised address and port are bound.
   *
   * @return empty where they lie outside the laboratory
   */
  Optional<Endpoint> route(Endpoint advertised);

  /**
   * Where the network's own block page answers, for flows that are led there.
   *
   * @param tls over TLS, or plain
   * @return empty where the network has none
   */
  default Optional<Endpoint> blockPage(boolean tls) {
    return Optional.empty();
  }

  /**
   * Where an advertised address and port are bound for datagrams.
   *
   * @return empty where nothing takes datagrams there
   */
  default Optional<Endpoint> routeDatagrams(Endpoint advertised) {
    return Optional.empty();
  }
}

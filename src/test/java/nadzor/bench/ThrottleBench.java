package nadzor.bench;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyDoors;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;
import nadzor.proxy.ProxyWorld;
import nadzor.proxy.Resolved;
import nadzor.transport.Transport;

/**
 * A proxy on one event loop that slows every HTTP request for {@code slow.test} down: {@code PORT
 * ORIGIN-PORT BYTES-PER-SECOND}. Transparent for HTTP on PORT.
 */
public final class ThrottleBench {
  private static final String LOOPBACK = "127.0.0.1";

  private ThrottleBench() {}

  private record Origin(Endpoint bound) implements ProxyWorld {
    @Override
    public Future<Resolved> resolve(DomainName name, EventLoop loop) {
      return loop.newSucceededFuture(new Resolved.Addresses(List.of(bound.address())));
    }

    @Override
    public Optional<Endpoint> route(Endpoint advertised) {
      return Optional.of(bound);
    }
  }

  /** Ends by a signal. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Endpoint here = Endpoint.of(LOOPBACK, Integer.parseInt(arguments[0]));
    Endpoint origin = Endpoint.of(LOOPBACK, Integer.parseInt(arguments[1]));
    Rule slow = new Rule(Matcher.of("slow.test"), Measure.THROTTLE, new Reason.OfList("bench", 1));
    Transport transport = Transport.start(1);
    ProxyServer server =
        ProxyServer.start(
            transport,
            ProxyDoors.mixed(Endpoint.of(LOOPBACK, 0)).withHttp(here),
            new Origin(origin),
            Networks.slowing(Blocklist.compile(1, List.of(slow)), Double.parseDouble(arguments[2])),
            new ProxyLimits(
                20_000,
                ProxyLimits.STANDARD.opening(),
                ProxyLimits.STANDARD.connect(),
                ProxyLimits.STANDARD.idle(),
                ProxyLimits.STANDARD.farewell(),
                16 * 1024));
    Running.untilSignal(server, transport);
  }
}

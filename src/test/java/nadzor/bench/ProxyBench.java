package nadzor.bench;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Blocklist;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyDoors;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;
import nadzor.proxy.ProxyWorld;
import nadzor.proxy.Resolved;
import nadzor.transport.Transport;

/**
 * A proxy for the load generators: {@code LIST PORT THREADS}. The mixed port is PORT, the
 * transparent one for TLS the next, the one for HTTP the next but one.
 */
public final class ProxyBench {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The kit's origin that answers any hello. */
  private static final Endpoint ANSWERING = Endpoint.of(LOOPBACK, 8444);

  private static final Endpoint PLAIN = Endpoint.of(LOOPBACK, 8080);

  /** The kit's origins: plain HTTP, TLS, and the one above. */
  private static final Set<Endpoint> ORIGINS =
      Set.of(PLAIN, Endpoint.of(LOOPBACK, 8443), ANSWERING);

  private ProxyBench() {}

  /** All names are one address; the origins are where they say, HTTPS is the answering one. */
  private static final class Origins implements ProxyWorld {
    private static final Resolved HERE = new Resolved.Addresses(List.of(ANSWERING.address()));

    @Override
    public Future<Resolved> resolve(DomainName name, EventLoop loop) {
      return loop.newSucceededFuture(HERE);
    }

    @Override
    public Optional<Endpoint> route(Endpoint advertised) {
      if (advertised.port() == HTTPS || advertised.port() == HTTP) {
        return Optional.of(advertised.port() == HTTPS ? ANSWERING : PLAIN);
      }
      return Optional.of(advertised).filter(ORIGINS::contains);
    }
  }

  private static Endpoint next(Endpoint endpoint, int by) {
    return new Endpoint(endpoint.address(), endpoint.port() + by);
  }

  /** Resets flows whose ClientHello names what is on the list. Ends by a signal. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Blocklist list = NameList.read(Path.of(arguments[0]));
    Endpoint here = Endpoint.of(LOOPBACK, Integer.parseInt(arguments[1]));
    Transport transport = Transport.start(Integer.parseInt(arguments[2]));
    ProxyServer server =
        ProxyServer.start(
            transport,
            ProxyDoors.mixed(here).withTls(next(here, 1)).withHttp(next(here, 2)),
            new Origins(),
            Networks.relaying(list),
            ProxyLimits.STANDARD);
    Running.untilSignal(server, transport);
  }
}

package nadzor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.dns.UdpUpstream;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** A resolver for the load generators: {@code LIST PORT THREADS [UPSTREAM-PORT [FORM]]}. */
public final class ResolverBench {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int CACHE_OCTETS = 64 << 20;

  private ResolverBench() {}

  /**
   * Answers NXDOMAIN for every name of the list and below; all else comes from the upstream, 5300
   * unless it is given. A form such as {@code *%s*} makes other rules of the names. Ends by a
   * signal.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String form = arguments.length > 4 ? arguments[4] : ".%s";
    Blocklist list = NameList.read(Path.of(arguments[0]), form);
    Endpoint here = Endpoint.of(LOOPBACK, Integer.parseInt(arguments[1]));
    Transport transport = Transport.start(Integer.parseInt(arguments[2]));
    int upstreamPort = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5300;
    UdpUpstream upstream =
        UdpUpstream.open(transport, Endpoint.of(LOOPBACK, upstreamPort), Duration.ofSeconds(2));
    ResolverServer server =
        ResolverServer.start(
            transport, here, Optional.of(Networks.resolving(list)), upstream, limits());
    Running.untilSignal(server, upstream, transport);
  }

  private static ResolverLimits limits() {
    return new ResolverLimits(CACHE_OCTETS, 1024, 256, 32, Duration.ofSeconds(10));
  }
}

package nadzor.bench;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.Enforcement;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.dns.UdpUpstream;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyDoors;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;
import nadzor.proxy.ProxyWorld;
import nadzor.proxy.Resolved;
import nadzor.store.lists.ListFolder;
import nadzor.transport.Transport;

/**
 * A network, resolver and transparent TLS port on one event loop, whose version is changed while it
 * works: {@code FOLDER NUMBER DNS-PORT TLS-PORT UPSTREAM-PORT ORIGIN-PORT}, the folder one of lists
 * and the number that of the first version. Then, for each line of its standard input, it activates
 * a stored version and writes {@code in-force NUMBER}, and how many microseconds reading and
 * swapping took. {@code next NUMBER} is a version after one that was read before, {@code whole
 * NUMBER} one that is read as if it had never been seen. Ends with its input, or by a signal.
 */
public final class SwapBench {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int CACHE_OCTETS = 64 << 20;

  private final Path lists;
  private final ListFolder folder;
  private final Enforcement enforcement;

  private SwapBench(Path lists, long number) throws IOException {
    this.lists = lists;
    folder = new ListFolder(lists);
    enforcement = Networks.everywhere(folder.read(number));
  }

  /** Every name is one address, where one origin answers any hello. */
  private record OneOrigin(Endpoint origin) implements ProxyWorld {
    @Override
    public Future<Resolved> resolve(DomainName name, EventLoop loop) {
      return loop.newSucceededFuture(new Resolved.Addresses(List.of(origin.address())));
    }

    @Override
    public Optional<Endpoint> route(Endpoint advertised) {
      return Optional.of(origin);
    }
  }

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    SwapBench bench = new SwapBench(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    Endpoint dns = here(arguments[2]);
    Endpoint tls = here(arguments[3]);
    ProxyDoors doors = ProxyDoors.mixed(Endpoint.of(LOOPBACK, 0)).withTls(tls);
    try (Transport transport = Transport.start(1);
        UdpUpstream upstream =
            UdpUpstream.open(transport, here(arguments[4]), Duration.ofSeconds(2));
        ResolverServer resolver =
            ResolverServer.start(
                transport, dns, Optional.of(bench.enforcement), upstream, limits());
        ProxyServer proxy =
            ProxyServer.start(
                transport,
                doors,
                new OneOrigin(here(arguments[5])),
                bench.enforcement,
                ProxyLimits.STANDARD)) {
      System.out.println("up " + resolver.address() + " " + proxy.address());
      bench.obey();
    }
  }

  private static Endpoint here(String port) {
    return Endpoint.of(LOOPBACK, Integer.parseInt(port));
  }

  private static ResolverLimits limits() {
    return new ResolverLimits(CACHE_OCTETS, 1024, 256, 32, Duration.ofSeconds(10));
  }

  private void obey() throws IOException {
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] words = line.split(" ", -1);
        ListFolder from = words[0].equals("next") ? folder : new ListFolder(lists);
        activate(from, Long.parseLong(words[1]));
      }
    }
  }

  private void activate(ListFolder from, long number) throws IOException {
    long start = System.nanoTime();
    Blocklist version = from.read(number);
    long read = System.nanoTime();
    enforcement.activate(version);
    long end = System.nanoTime();
    System.out.printf(
        "in-force %d %d %d%n", version.number(), (read - start) / 1000, (end - read) / 1000);
  }
}

package nadzor.lab;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.OwnAddresses;
import nadzor.censor.RestrictionLog;
import nadzor.dns.Lookup;
import nadzor.dns.ResolverCounters;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.dns.StubResolver;
import nadzor.dns.Upstream;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyCounters;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;
import nadzor.proxy.ProxyWorld;
import nadzor.proxy.Resolved;

/**
 * One network as its clients are given it: a resolver, a mixed proxy port, an alias of the foreign
 * resolver, and a block page, all on addresses of its own. Thread-safe; {@link #close} is
 * idempotent.
 */
public final class LabNetwork implements AutoCloseable {
  private static final Duration DNS_TIMEOUT = Duration.ofSeconds(2);

  private final String name;
  private final Enforcement enforcement;
  private final Resources resources = new Resources();
  private final ResolverServer resolver;
  private final ResolverServer foreignAlias;
  private final BlockPageServer blockPage;
  private final ProxyServer proxy;

  private LabNetwork(int number, NetworkSpec spec, Surroundings around) throws IOException {
    name = spec.name();
    RestrictionPages pages = new RestrictionPages();
    InetAddress pageAt = LabAddresses.blockPage(number);
    enforcement =
        new Enforcement(
            name,
            spec.profile(),
            new OwnAddresses(List.of(pageAt)),
            pages,
            around.clients,
            around.log);
    try {
      blockPage =
          resources.add(
              BlockPageServer.start(
                  around.hosting, pageAt, host -> pages.stub(name, host, enforcement.blocklist())));
      resolver = resources.add(resolver(gate(number, spec), spec, around));
      foreignAlias = resources.add(foreignAlias(number, around));
      proxy = resources.add(proxy(gate(number, spec), spec, around));
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** What a network is started with besides its own specification. */
  record Surroundings(
      Hosting hosting,
      World world,
      Upstream truth,
      Upstream abroad,
      Endpoint refuses,
      ClientHash clients,
      RestrictionLog log) {}

  /**
   * Starts one.
   *
   * @throws IOException if an address or port is not to be had; then nothing is left listening
   */
  static LabNetwork start(int number, NetworkSpec spec, Surroundings around) throws IOException {
    return new LabNetwork(number, spec, around);
  }

  private static InetAddress gate(int number, NetworkSpec spec) {
    return spec.bind().orElseGet(() -> LabAddresses.gate(number));
  }

  private ResolverServer resolver(InetAddress gate, NetworkSpec spec, Surroundings around)
      throws IOException {
    Endpoint bind =
        around.hosting.fence().admit("resolver", new Endpoint(gate, spec.resolverPort()));
    return ResolverServer.start(
        around.hosting.transport(),
        bind,
        Optional.of(enforcement),
        around.truth,
        ResolverLimits.defaults());
  }

  private static ResolverServer foreignAlias(int number, Surroundings around) throws IOException {
    Endpoint bind = new Endpoint(LabAddresses.foreignAlias(number), 0);
    return ResolverServer.start(
        around.hosting.transport(),
        around.hosting.fence().admit("foreign resolver", bind),
        Optional.empty(),
        around.abroad,
        ResolverLimits.defaults().withoutCache());
  }

  private ProxyServer proxy(InetAddress gate, NetworkSpec spec, Surroundings around)
      throws IOException {
    Endpoint bind = around.hosting.fence().admit("proxy", new Endpoint(gate, spec.proxyPort()));
    StubResolver stub =
        resources.add(
            StubResolver.open(around.hosting.transport(), resolver.address(), DNS_TIMEOUT));
    return ProxyServer.start(
        around.hosting.transport(),
        bind,
        new Routes(stub, around.world, blockPage.routes(), around.refuses),
        enforcement,
        ProxyLimits.STANDARD);
  }

  /** The network's name. */
  public String name() {
    return name;
  }

  /** Its own resolver, UDP and TCP. */
  public Endpoint resolver() {
    return resolver.address();
  }

  /** The resolver abroad as it is reached from here. */
  public Endpoint foreignResolver() {
    return foreignAlias.address();
  }

  /** Its mixed proxy port: HTTP CONNECT, absolute-form HTTP, SOCKS. */
  public Endpoint proxy() {
    return proxy.address();
  }

  /** Puts a blocklist version in force at once for all its enforcement points. */
  public void activate(Blocklist version) {
    enforcement.activate(version);
  }

  /** The version in force. */
  public Blocklist blocklist() {
    return enforcement.blocklist();
  }

  /** What became of its queries. */
  public ResolverCounters resolverCounters() {
    return resolver.counters();
  }

  /** What its proxy did. */
  public ProxyCounters proxyCounters() {
    return proxy.counters();
  }

  @Override
  public void close() {
    resources.close();
  }

  /**
   * How this network's proxy sees the world. A port of the world that nothing serves refuses;
   * another address is outside.
   */
  private record Routes(
      StubResolver stub, World world, Map<Endpoint, Endpoint> blockPage, Endpoint refuses)
      implements ProxyWorld {
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

    private static Resolved told(Lookup lookup) {
      if (lookup instanceof Lookup.Found found) {
        return new Resolved.Addresses(found.addresses());
      }
      Lookup.Failed failed = (Lookup.Failed) lookup;
      return switch (failed.failure()) {
        case NODATA -> new Resolved.Addresses(List.of());
        case NXDOMAIN -> new Resolved.Failed(3, failed.extendedError());
        case REFUSED -> new Resolved.Failed(5, failed.extendedError());
        case TIMEOUT -> new Resolved.Silent();
        default -> new Resolved.Failed(2, failed.extendedError());
      };
    }

    @Override
    public Optional<Endpoint> route(Endpoint advertised) {
      Optional<Endpoint> served =
          Optional.ofNullable(blockPage.get(advertised)).or(() -> world.route(advertised));
      return served.or(() -> isOfTheWorld(advertised) ? Optional.of(refuses) : Optional.empty());
    }

    private boolean isOfTheWorld(Endpoint advertised) {
      InetAddress address = advertised.address();
      return blockPage.keySet().stream().anyMatch(page -> page.address().equals(address))
          || world.routes().keySet().stream().anyMatch(known -> known.address().equals(address));
    }
  }
}

package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.Enforcement;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Trial;
import nadzor.dns.ResolverCounters;
import nadzor.dns.ResolverServer;
import nadzor.dns.StubResolver;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyCounters;
import nadzor.proxy.ProxyServer;

/**
 * One network as its clients are given it: a resolver, a mixed proxy port, both on IPv6 too where
 * that is wanted, an alias of the foreign resolver, and a block page, all on addresses of its own.
 * Thread-safe; {@link #close} is idempotent.
 */
public final class LabNetwork implements AutoCloseable {
  /** The name in the certificate of every network's own resolver, for DoT and DoH. */
  public static final DomainName RESOLVER_HOST = DomainName.of("resolver.network.test");

  /** The name in the certificate that a hijacked TLS client is shown. */
  public static final DomainName BLOCK_PAGE_HOST = DomainName.of("block-page.network.test");

  private static final Duration DNS_TIMEOUT = Duration.ofSeconds(2);

  /** A resolver and a proxy on one address. */
  private record Gate(ResolverServer resolver, ProxyServer proxy) {}

  private final String name;
  private final Enforcement enforcement;
  private final Resources resources = new Resources();
  private final Gate gate;
  private final Optional<Gate> gate6;
  private final ResolverServer foreignAlias;

  private LabNetwork(int number, NetworkSpec spec, NetworkShared shared) throws IOException {
    name = spec.name();
    RestrictionPages pages = new RestrictionPages();
    InetAddress pageAt = LabAddresses.blockPage(number);
    OwnAddresses own = new OwnAddresses(List.of(pageAt));
    enforcement =
        new Enforcement(
            name,
            spec.profile(),
            own,
            pages,
            shared.clients(),
            shared.log(),
            shared.flows(),
            shared.seed());
    NetworkDoors doors = new NetworkDoors(shared, enforcement, resources, spec.behindBalancer());
    try {
      BlockPageServer blockPage =
          resources.add(
              BlockPageServer.start(
                  shared.hosting(),
                  pageAt,
                  host -> pages.stub(name, host, enforcement.blocklist())));
      InetAddress at = spec.bind().orElseGet(() -> LabAddresses.gate(number));
      ResolverServer resolver = doors.resolver(new Endpoint(at, spec.resolverPort()));
      foreignAlias = doors.foreignAlias(new Endpoint(LabAddresses.foreignAlias(number), 0));
      NetworkRoutes routes = routes(resolver.address(), blockPage, shared);
      InetAddress abroad = LabAddresses.foreignAlias(number);
      gate = new Gate(resolver, doors.proxy(new Endpoint(at, spec.proxyPort()), abroad, routes));
      gate6 = spec.ipv6() ? Optional.of(gate6(doors, abroad, routes)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /**
   * Starts one.
   *
   * @throws IOException if an address or port is not to be had; then nothing is left listening
   */
  static LabNetwork start(int number, NetworkSpec spec, NetworkShared shared) throws IOException {
    return new LabNetwork(number, spec, shared);
  }

  private NetworkRoutes routes(Endpoint resolver, BlockPageServer blockPage, NetworkShared shared)
      throws IOException {
    StubResolver stub =
        resources.add(StubResolver.open(shared.hosting().transport(), resolver, DNS_TIMEOUT));
    StreamListener inTls =
        resources.add(
            TlsFront.listen(
                shared.hosting(),
                "block page over TLS",
                new Endpoint(blockPage.http().address(), 0),
                OriginTls.of(shared.stranger(), false),
                blockPage.http()));
    NetworkRoutes.BlockPages pages =
        new NetworkRoutes.BlockPages(blockPage.http(), inTls.endpoint());
    return new NetworkRoutes(
        stub, shared.world(), blockPage.routes(), Optional.of(pages), shared.refuses());
  }

  private static Gate gate6(NetworkDoors doors, InetAddress abroad, NetworkRoutes routes)
      throws IOException {
    Endpoint any = new Endpoint(LabAddresses.LOOPBACK6, 0);
    return new Gate(doors.resolver(any), doors.proxy(any, abroad, routes));
  }

  /** The network's name. */
  public String name() {
    return name;
  }

  /** Its own resolver, UDP and TCP. */
  public Endpoint resolver() {
    return gate.resolver().address();
  }

  /** The same resolver on IPv6, where the network has it. */
  public Optional<Endpoint> resolver6() {
    return gate6.map(six -> six.resolver().address());
  }

  /** Its own resolver over TLS (RFC 7858), under {@link #RESOLVER_HOST}. */
  public Endpoint resolverOverTls() {
    return gate.resolver().dot().orElseThrow();
  }

  /** Its own resolver over HTTPS (RFC 8484), under {@link #RESOLVER_HOST}; /dns-query. */
  public Endpoint resolverOverHttps() {
    return gate.resolver().doh().orElseThrow();
  }

  /** The resolver abroad as it is reached from here. */
  public Endpoint foreignResolver() {
    return foreignAlias.address();
  }

  /** The resolver abroad over TLS, as it is reached from here: judged as what it leads to. */
  public Endpoint foreignResolverOverTls() {
    return gate.proxy().alias(ForeignHost.RESOLVER_OVER_TLS).orElseThrow();
  }

  /** The resolver abroad over HTTPS, as it is reached from here. */
  public Endpoint foreignResolverOverHttps() {
    return gate.proxy().alias(ForeignHost.RESOLVER_OVER_HTTPS).orElseThrow();
  }

  /** Its transparent port for TLS: a connection goes where its SNI says. */
  public Endpoint transparentTls() {
    return gate.proxy().tls().orElseThrow();
  }

  /** Its transparent port for plain HTTP: a connection goes where its Host says. */
  public Endpoint transparentHttp() {
    return gate.proxy().http().orElseThrow();
  }

  /** Its mixed proxy port: HTTP CONNECT, absolute-form HTTP, SOCKS (with UDP ASSOCIATE). */
  public Endpoint proxy() {
    return gate.proxy().address();
  }

  /** The same proxy on IPv6, where the network has it. */
  public Optional<Endpoint> proxy6() {
    return gate6.map(six -> six.proxy().address());
  }

  /** Puts a blocklist version in force at once for all its enforcement points. */
  public void activate(Blocklist version) {
    enforcement.activate(version);
  }

  /** Puts a version in force, and another on trial beside it, by one step. */
  public void activate(Blocklist version, Trial trial) {
    enforcement.activate(version, trial);
  }

  /** The version that is tried beside the one in force, if one is. */
  public Optional<Trial> trial() {
    return enforcement.trial();
  }

  /** The version in force. */
  public Blocklist blocklist() {
    return enforcement.blocklist();
  }

  /** What became of the queries to {@link #resolver}. */
  public ResolverCounters resolverCounters() {
    return gate.resolver().counters();
  }

  /** What {@link #proxy} did. */
  public ProxyCounters proxyCounters() {
    return gate.proxy().counters();
  }

  @Override
  public void close() {
    resources.close();
  }
}

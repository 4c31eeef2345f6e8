package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.dns.ResolverDoors;
import nadzor.dns.ResolverLimits;
import nadzor.dns.ResolverServer;
import nadzor.dns.StubResolver;
import nadzor.dns.UdpUpstream;
import nadzor.dns.Upstream;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyLimits;
import nadzor.proxy.ProxyServer;

/**
 * The hosts abroad, where nothing is restricted: a resolver (UDP and TCP 53, TLS 853, HTTPS 443),
 * and a relay that takes SOCKS and HTTP proxying, plain (ports 1080 and 8080) and inside TLS (port
 * 443). Thread-safe; {@link #close} is idempotent.
 */
final class Abroad implements AutoCloseable {
  private static final int DNS = 53;
  private static final int DNS_OVER_TLS = 853;
  private static final int SOCKS = 1080;
  private static final int HTTP_PROXY = 8080;
  private static final int HTTPS = 443;
  private static final Duration DNS_TIMEOUT = Duration.ofSeconds(2);

  private final Resources resources = new Resources();
  private final Hosting hosting;
  private final LaboratoryCa ca;
  private final Upstream resolver;
  private final World world;

  private Abroad(Hosting hosting, LaboratoryCa ca, World origins, Upstream truth, Endpoint refuses)
      throws IOException {
    this.hosting = hosting;
    this.ca = ca;
    try {
      ResolverServer server = resolver(truth);
      Endpoint dns = server.address();
      resolver = resources.add(UdpUpstream.open(hosting.transport(), dns, DNS_TIMEOUT));
      World known =
          origins
              .withRoutes(routes(ForeignHost.RESOLVER, doors(server)))
              .withDatagramRoutes(routes(ForeignHost.RESOLVER, Map.of(DNS, dns)));
      world = known.withRoutes(relay(known, dns, refuses));
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /**
   * Starts them.
   *
   * @param origins the world as far as its origins are bound
   * @param truth where the resolver asks
   * @throws IOException if one cannot listen; then none does
   */
  static Abroad start(
      Hosting hosting, LaboratoryCa ca, World origins, Upstream truth, Endpoint refuses)
      throws IOException {
    return new Abroad(hosting, ca, origins, truth, refuses);
  }

  private ResolverServer resolver(Upstream truth) throws IOException {
    OriginCertificate certificate = ca.issue(List.of(ForeignHost.RESOLVER.host()));
    Endpoint any = at("foreign resolver", ForeignHost.RESOLVER);
    ResolverDoors.Secure secure =
        new ResolverDoors.Secure(any, any, certificate.key(), List.of(certificate.certificate()));
    return resources.add(
        ResolverServer.start(
            hosting.transport(),
            ResolverDoors.plain(any).with(secure),
            Optional.empty(),
            truth,
            ResolverLimits.defaults()));
  }

  /** Of streams: TCP, TLS and HTTPS. */
  private static Map<Integer, Endpoint> doors(ResolverServer server) {
    return Map.of(
        DNS,
        server.address(),
        DNS_OVER_TLS,
        server.dot().orElseThrow(),
        HTTPS,
        server.doh().orElseThrow());
  }

  private Map<Endpoint, Endpoint> relay(World known, Endpoint dns, Endpoint refuses)
      throws IOException {
    StubResolver stub = resources.add(StubResolver.open(hosting.transport(), dns, DNS_TIMEOUT));
    Enforcement nothing =
        new Enforcement(
            "abroad",
            Profile.NEUTRAL,
            OwnAddresses.NONE,
            new RestrictionPages(),
            new ClientHash(0, 0), // never used: nothing is restricted, so nothing is logged
            RestrictionLog.NONE);
    Endpoint plain =
        resources
            .add(
                ProxyServer.start(
                    hosting.transport(),
                    at("relay", ForeignHost.RELAY),
                    new NetworkRoutes(stub, known, Map.of(), Optional.empty(), refuses),
                    nothing,
                    ProxyLimits.STANDARD))
            .address();
    return routes(ForeignHost.RELAY, Map.of(SOCKS, plain, HTTP_PROXY, plain, HTTPS, inTls(plain)));
  }

  private Endpoint inTls(Endpoint plain) throws IOException {
    OriginTls tls = OriginTls.of(ca.issue(List.of(ForeignHost.RELAY.host())), false);
    return resources
        .add(
            TlsFront.listen(
                hosting, "relay in TLS", at("relay in TLS", ForeignHost.RELAY), tls, plain))
        .endpoint();
  }

  private Endpoint at(String what, ForeignHost host) {
    return hosting.fence().admit(what, new Endpoint(host.ipv4(), 0));
  }

  private static Map<Endpoint, Endpoint> routes(ForeignHost host, Map<Integer, Endpoint> bound) {
    Map<Endpoint, Endpoint> routes = new HashMap<>();
    for (InetAddress advertised : host.addresses().toList()) {
      bound.forEach((port, at) -> routes.put(new Endpoint(advertised, port), at));
    }
    return routes;
  }

  /** The foreign resolver, for who is in the same laboratory; closed with this. */
  Upstream resolver() {
    return resolver;
  }

  /** The world with the routes to these hosts. */
  World world() {
    return world;
  }

  @Override
  public void close() {
    resources.close();
  }
}

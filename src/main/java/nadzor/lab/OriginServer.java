package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/**
 * The servers behind one advertised IPv4 address: HTTP, HTTPS and, on UDP, HTTP/3 on free ports of
 * a bound address, for every site there, with one certificate that names them all. So a client
 * without SNI, with an unknown one or with a trailing dot gets the same certificate as one that
 * names the site. Sites that are down have none of these. Thread-safe; {@link #close} is
 * idempotent.
 */
final class OriginServer implements AutoCloseable {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Resources listeners = new Resources();
  private final List<Site> sites;
  private final Map<Integer, Endpoint> streams = new HashMap<>();
  private final Map<Integer, Endpoint> datagrams = new HashMap<>();

  private OriginServer(List<Site> sites) {
    this.sites = List.copyOf(sites);
  }

  /**
   * Starts them.
   *
   * @param sites at least one, all advertised at the same IPv4 address
   * @throws IOException if one cannot listen; then none does
   */
  static OriginServer start(
      Hosting hosting, InetAddress bindTo, List<Site> sites, World world, LaboratoryCa ca)
      throws IOException {
    OriginServer server = new OriginServer(sites);
    try {
      if (!sites.get(0).options().down()) {
        server.listen(hosting, new Endpoint(bindTo, 0), world, ca);
      }
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void listen(Hosting hosting, Endpoint any, World world, LaboratoryCa ca)
      throws IOException {
    SiteOptions options = sites.get(0).options();
    List<DomainName> names = sites.stream().map(Site::host).toList();
    OriginCertificate certificate = options.expired() ? ca.issueExpired(names) : ca.issue(names);
    String what = "origin of " + names.get(0);
    OriginPages pages = OriginPages.of(sites, world);
    boolean http3 = hosting.http3() && sites.stream().anyMatch(site -> site.options().http3());
    OriginPages secure = http3 ? pages.tellingOfHttp3() : pages;
    OriginTls tls = OriginTls.of(certificate, options.tolerant());
    StreamListener plain =
        listeners.add(HttpPipeline.listen(hosting, what, any, pages, Optional.empty()));
    streams.put(HTTP, plain.endpoint());
    StreamListener https =
        listeners.add(HttpPipeline.listen(hosting, what, any, secure, Optional.of(tls)));
    streams.put(HTTPS, https.endpoint());
    if (http3) {
      Http3Listener quic =
          listeners.add(Http3Listener.bind(hosting, what, any, secure.overHttp3(), certificate));
      datagrams.put(HTTPS, quic.endpoint());
    }
  }

  /** From every advertised address of its sites, ports 80 and 443, to what is bound. */
  Map<Endpoint, Endpoint> routes() {
    return routes(streams, site -> true);
  }

  /** The same of datagrams: port 443 of the sites that have HTTP/3. */
  Map<Endpoint, Endpoint> datagramRoutes() {
    return routes(datagrams, site -> site.options().http3());
  }

  private Map<Endpoint, Endpoint> routes(Map<Integer, Endpoint> bound, Predicate<Site> which) {
    Map<Endpoint, Endpoint> routes = new HashMap<>();
    sites.stream()
        .filter(which)
        .flatMap(site -> site.addresses().stream())
        .forEach(
            advertised ->
                bound.forEach((port, at) -> routes.put(new Endpoint(advertised, port), at)));
    return routes;
  }

  @Override
  public void close() {
    listeners.close();
  }
}

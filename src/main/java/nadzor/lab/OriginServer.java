package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/**
 * The servers behind one advertised IPv4 address: HTTP and HTTPS on free ports of a bound address,
 * for every site there, with one certificate that names them all. So a client without SNI, with an
 * unknown one or with a trailing dot gets the same certificate as one that names the site.
 * Thread-safe; {@link #close} is idempotent.
 */
final class OriginServer implements AutoCloseable {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final List<Site> sites;
  private final HttpListener plain;
  private final HttpListener secure;

  private OriginServer(List<Site> sites, HttpListener plain, HttpListener secure) {
    this.sites = sites;
    this.plain = plain;
    this.secure = secure;
  }

  /**
   * Starts both.
   *
   * @param sites at least one, all advertised at the same IPv4 address
   * @throws IOException if one cannot listen; then neither does
   */
  static OriginServer start(
      Hosting hosting, InetAddress bindTo, List<Site> sites, World world, LaboratoryCa ca)
      throws IOException {
    List<DomainName> names = sites.stream().map(Site::host).toList();
    OriginTls tls = OriginTls.of(ca.issue(names));
    OriginPages pages = new OriginPages(sites, world);
    String what = "origin of " + names.get(0);
    Endpoint any = new Endpoint(bindTo, 0);
    HttpListener plain = HttpListener.bind(hosting, what, any, pages, Optional.empty());
    try {
      HttpListener secure = HttpListener.bind(hosting, what, any, pages, Optional.of(tls));
      return new OriginServer(List.copyOf(sites), plain, secure);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  /** Where HTTP is bound. */
  Endpoint http() {
    return plain.endpoint();
  }

  /** Where HTTPS is bound. */
  Endpoint https() {
    return secure.endpoint();
  }

  /** From every advertised address of its sites, ports 80 and 443, to what is bound. */
  Map<Endpoint, Endpoint> routes() {
    Map<Endpoint, Endpoint> routes = new HashMap<>();
    for (Site site : sites) {
      for (InetAddress advertised : site.addresses()) {
        routes.put(new Endpoint(advertised, HTTP), http());
        routes.put(new Endpoint(advertised, HTTPS), https());
      }
    }
    return routes;
  }

  @Override
  public void close() {
    plain.close();
    secure.close();
  }
}

package nadzor.clients;

import java.util.List;
import nadzor.flow.Endpoint;
import nadzor.lab.Site;

/** How curl is told to go through a proxy: with the site's name, or with its advertised address. */
enum Route {
  HTTP_BY_NAME("http", false),
  HTTP_BY_ADDRESS("http", true),
  HTTP_BY_IPV6("http", true) {
    @Override
    String address(Site site) {
      return site.ipv6().map(six -> "[" + six.getHostAddress() + "]").orElse(super.address(site));
    }
  },
  SOCKS5_BY_NAME("socks5h", false),
  SOCKS5_BY_ADDRESS("socks5", true),
  SOCKS4_BY_NAME("socks4a", false),
  SOCKS4_BY_ADDRESS("socks4", true);

  private final String scheme;
  private final boolean byAddress;

  Route(String scheme, boolean byAddress) {
    this.scheme = scheme;
    this.byAddress = byAddress;
  }

  /** The scheme that curl has for it. */
  String scheme() {
    return scheme;
  }

  String address(Site site) {
    return site.ipv4().getHostAddress();
  }

  /** What curl is to be told. */
  List<String> words(Endpoint proxy, Site site) {
    String through = scheme + "://" + proxy;
    if (!byAddress) {
      return List.of("--proxy", through);
    }
    String host = site.host().text();
    String address = address(site);
    return scheme.equals("http")
        ? List.of("--proxy", through, "--connect-to", host + "::" + address + ":")
        : List.of(
            "--proxy",
            through,
            "--resolve",
            host + ":443:" + address,
            "--resolve",
            host + ":80:" + address);
  }
}

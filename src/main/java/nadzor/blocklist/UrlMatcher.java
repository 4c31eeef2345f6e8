package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nadzor.flow.DomainName;

/**
 * URLs of plain HTTP. Path and query are compared octet by octet after normalisation (RFC 3986
 * section 6.2: empty path, case of percent-encoding, default port; what is not ASCII is
 * percent-encoded UTF-8). A star within the path is an octet like any other. Immutable.
 *
 * @param host the host, whole
 * @param port the port, 1 to 65535
 * @param path path and query, normalised, without the star
 * @param prefix whether all URLs are meant that begin so
 */
public record UrlMatcher(DomainName host, int port, String path, boolean prefix)
    implements Matcher {
  static final int DEFAULT_PORT = 80;
  private static final String SCHEME = "http://";
  private static final int MAX_PATH = 8000;

  /** Normalises the path and checks it. */
  public UrlMatcher {
    path = UrlPath.normalise(path.getBytes(StandardCharsets.UTF_8));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 1..65535");
    }
    if (path.length() > MAX_PATH) {
      throw new IllegalArgumentException(
          "a path of " + path.length() + " octets, at most " + MAX_PATH + " are possible");
    }
    if (!prefix && path.endsWith("*")) {
      throw new IllegalArgumentException("a path that ends with a star stands for a prefix");
    }
  }

  static UrlMatcher read(String written) {
    String scheme = written.substring(0, written.indexOf("://")).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new IllegalArgumentException(
          "'"
              + written
              + "' cannot be matched: without opening TLS a filter sees the host at most,"
              + " so list the host; URLs begin with http://");
    }
    String rest = written.substring(SCHEME.length());
    int end = UrlPath.start(rest);
    String path = rest.substring(end);
    boolean prefix = path.endsWith("*");
    String authority = rest.substring(0, end);
    if (authority.startsWith("[")) {
      throw new IllegalArgumentException(
          "'" + written + "' has an IPv6 address for a host: list the address instead");
    }
    int colon = authority.indexOf(':');
    return new UrlMatcher(
        DomainName.of(colon < 0 ? authority : authority.substring(0, colon)),
        colon < 0 ? DEFAULT_PORT : port(authority.substring(colon + 1)),
        prefix ? path.substring(0, path.length() - 1) : path,
        prefix);
  }

  private static int port(String written) {
    PortRange ports = PortRange.of(written);
    if (ports.from() != ports.to()) {
      throw new IllegalArgumentException("a URL has one port, not " + ports);
    }
    return ports.from();
  }

  /** Host and port as they stand before the path, a default port left out. */
  String authority() {
    return port == DEFAULT_PORT ? host.text() : host + ":" + port;
  }

  /** What the index is asked for, {@code host/path}; the same for a prefix. */
  String key() {
    return authority() + path;
  }

  @Override
  public boolean covers(DomainName name) {
    return false;
  }

  /** As {@link Matcher#of} reads it. */
  @Override
  public String toString() {
    return SCHEME + key() + (prefix ? "*" : "");
  }
}

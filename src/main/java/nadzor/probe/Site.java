package nadzor.probe;

import nadzor.flow.DomainName;

/**
 * What is visited. Immutable.
 *
 * @param host the name, without a trailing dot
 * @param path path and query, in printable ASCII without blanks, starting with a slash
 */
public record Site(DomainName host, String path) {
  /** Refuses a path that could not stand in a request line (RFC 9112 section 3.2). */
  public Site {
    boolean fits = path.startsWith("/") && path.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!fits) {
      throw new IllegalArgumentException(
          "path '" + path + "' must start with / and be printable ASCII without blanks");
    }
  }

  /** The front page of a name. */
  public static Site of(String host) {
    return new Site(DomainName.of(host), "/");
  }

  /** The address a browser would show, such as {@code https://example.org/}. */
  public String url(Scheme scheme) {
    return scheme.text() + "://" + host + path;
  }
}

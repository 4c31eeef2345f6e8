package nadzor.registry;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.UrlMatcher;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/**
 * What somebody looks up: a domain, an address, or a URL. Of an https URL the host counts, as
 * nothing else of it can be seen. Immutable.
 *
 * @param written as it was asked
 * @param name the domain, or the host of the URL
 * @param address the address, or the host of the URL where it is one
 * @param url the URL, where it is one of plain HTTP
 */
public record Asked(
    String written,
    Optional<DomainName> name,
    Optional<InetAddress> address,
    Optional<UrlMatcher> url) {
  private static final String EXPECTED =
      "a domain, as example.org, an address, as 192.0.2.7, or a URL, as http://example.org/page";

  /** A name. */
  public static Asked of(DomainName name) {
    return new Asked(name.text(), Optional.of(name), Optional.empty(), Optional.empty());
  }

  /**
   * Reads what a person types.
   *
   * @throws RegistryException if it is none of these
   */
  public static Asked of(String written) {
    String text = written.strip();
    int scheme = text.indexOf("://");
    try {
      if (scheme >= 0) {
        return ofUrl(text, text.substring(0, scheme).toLowerCase(Locale.ROOT), scheme + 3);
      }
      return ofHost(text, text, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new RegistryException("look-up", "'" + text + "'", EXPECTED);
    }
  }

  private static Asked ofUrl(String text, String scheme, int start) {
    String rest = text.substring(start);
    int end = rest.length();
    for (char c : new char[] {'/', '?', '#'}) {
      int at = rest.indexOf(c);
      end = at >= 0 && at < end ? at : end;
    }
    String host = rest.substring(0, end).replaceFirst(":\\d+$", "");
    boolean plain = scheme.equals("http") && !host.startsWith("[");
    Optional<UrlMatcher> url =
        plain && Matcher.of("http://" + rest) instanceof UrlMatcher matcher
            ? Optional.of(matcher)
            : Optional.empty();
    return ofHost(text, host.replaceAll("[\\[\\]]", ""), url);
  }

  private static Asked ofHost(String text, String host, Optional<UrlMatcher> url) {
    if (Addresses.isLiteral(host)) {
      return new Asked(text, Optional.empty(), Optional.of(Addresses.parse(host)), url);
    }
    return new Asked(text, Optional.of(DomainName.of(host)), Optional.empty(), url);
  }

  /**
   * Whether the resource is, or reaches, what is asked for. A resource that is a port of every
   * address reaches none of them as such.
   */
  public boolean isOf(Resource resource) {
    Matcher matcher = resource.matcher();
    if (matcher instanceof UrlMatcher listed) {
      return url.filter(mine -> reaches(listed, mine)).isPresent();
    }
    if (matcher instanceof AddressMatcher listed) {
      return address
          .filter(mine -> listed.range().filter(range -> range.contains(mine)).isPresent())
          .isPresent();
    }
    return name.filter(resource::covers).isPresent();
  }

  private static boolean reaches(UrlMatcher listed, UrlMatcher mine) {
    return listed.host().equals(mine.host())
        && listed.port() == mine.port()
        && (listed.prefix()
            ? mine.path().startsWith(listed.path())
            : mine.path().equals(listed.path()));
  }
}

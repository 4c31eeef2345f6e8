package nadzor.blocklist;

import nadzor.flow.Addresses;
import nadzor.flow.DomainName;

/**
 * What a rule applies to: names, text within names, addresses and ports, or URLs of plain HTTP.
 * Immutable; printed as {@link #of} reads it.
 */
public sealed interface Matcher permits NameMatcher, TextMatcher, AddressMatcher, UrlMatcher {
  /** The name alone. */
  static Matcher exact(DomainName name) {
    return new NameMatcher(name, NameMatcher.Scope.EXACT);
  }

  /**
   * Reads one matcher.
   *
   * <table>
   *   <caption>What can be written</caption>
   *   <tr><td>{@code name}, {@code *.name}, {@code .name}</td>
   *       <td>the name; the names below it; both</td></tr>
   *   <tr><td>{@code *text*}, {@code *text}, {@code text*}</td>
   *       <td>names that contain, end with, begin with a text, wherever labels end</td></tr>
   *   <tr><td>{@code 192.0.2.7}, {@code 192.0.2.0/24}, {@code 2001:db8::/32}</td>
   *       <td>addresses</td></tr>
   *   <tr><td>{@code 192.0.2.0/24:443}, {@code [2001:db8::1]:8000-8100}, {@code *:853}</td>
   *       <td>addresses at a port or a range of ports</td></tr>
   *   <tr><td>{@code http://name/path}, {@code http://name/path*}</td>
   *       <td>a URL; all URLs that begin so</td></tr>
   * </table>
   *
   * @throws IllegalArgumentException if it is none of these; the message says why
   */
  static Matcher of(String written) {
    String text = written.strip();
    if (text.contains("://")) {
      return UrlMatcher.read(text);
    }
    boolean bracketed = text.startsWith("[") || text.indexOf('/') >= 0 || text.indexOf(':') >= 0;
    if (bracketed || Addresses.isLiteral(text)) {
      return AddressMatcher.read(text);
    }
    boolean below = text.startsWith("*.") && text.indexOf('*', 1) < 0;
    return below || text.indexOf('*') < 0 ? NameMatcher.read(text) : TextMatcher.read(text);
  }

  /** Whether the name as such is meant, whatever address or page it leads to. */
  boolean covers(DomainName name);
}

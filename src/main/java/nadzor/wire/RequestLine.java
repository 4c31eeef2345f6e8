package nadzor.wire;

import java.util.Locale;
import java.util.Optional;

/**
 * A request line (RFC 9112 section 3): method, target, version. Immutable; empty parts where the
 * line is none.
 */
record RequestLine(String method, String target) {
  private static final RequestLine NONE = new RequestLine("", "");
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  static RequestLine read(String line) {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first <= 0 || last - first < 2 || !isVersion(line.substring(last + 1))) {
      return NONE;
    }
    String target = line.substring(first + 1, last);
    boolean printable = target.chars().allMatch(c -> c > ' ' && c != 0x7f);
    return printable ? new RequestLine(line.substring(0, first), target) : NONE;
  }

  boolean isValid() {
    return !method.isEmpty();
  }

  /** The host, with its port, that the target itself names (RFC 9112 sections 3.2.2, 3.2.3). */
  Optional<String> authority() {
    if (method.equals("CONNECT")) {
      return Optional.of(target);
    }
    int scheme = target.indexOf("://");
    if (scheme <= 0 || !isHttp(target.substring(0, scheme))) {
      return Optional.empty();
    }
    int start = scheme + 3;
    int end = start;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(target.substring(start, end));
  }

  /** Whether this octet may stand in a method or a header name (RFC 9110 section 5.6.2). */
  static boolean isToken(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || (octet > ' ' && TOKEN_MARKS.indexOf(octet) >= 0);
  }

  private static boolean isVersion(String text) {
    return text.equals("HTTP/1.1") || text.equals("HTTP/1.0");
  }

  private static boolean isHttp(String scheme) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    return lower.equals("http") || lower.equals("https");
  }
}

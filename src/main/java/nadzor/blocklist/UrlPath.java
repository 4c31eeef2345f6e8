package nadzor.blocklist;

import com.google.common.io.BaseEncoding;

/** Path and query of a URL in one spelling (RFC 3986 section 6.2). */
final class UrlPath {
  private static final BaseEncoding HEX = BaseEncoding.base16();

  private UrlPath() {}

  /** Where, after a scheme, the authority ends and path, query or fragment begin. */
  static int start(String authorityAndPath) {
    for (int i = 0; i < authorityAndPath.length(); i++) {
      char c = authorityAndPath.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return authorityAndPath.length();
  }

  /**
   * The one spelling of path and query: begins with a slash, no fragment, upper-case percent
   * encodings, ASCII only. Normalising again changes nothing.
   */
  static String normalise(byte[] octets) {
    StringBuilder path = new StringBuilder(octets.length + 1);
    if (octets.length == 0 || octets[0] != '/') {
      path.append('/');
    }
    int encoded = 0;
    for (byte octet : octets) {
      if (octet == '#') {
        break;
      }
      encoded = octet == '%' ? 3 : encoded;
      append(path, octet, encoded > 0);
      encoded--;
    }
    return path.toString();
  }

  private static void append(StringBuilder path, byte octet, boolean encoded) {
    if (octet <= ' ' || octet == 0x7f) {
      path.append('%').append(HEX.encode(new byte[] {octet}));
    } else {
      boolean digit = encoded && octet >= 'a' && octet <= 'f';
      path.append((char) (digit ? octet - 32 : octet));
    }
  }
}

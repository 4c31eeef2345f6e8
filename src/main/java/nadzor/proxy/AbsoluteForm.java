package nadzor.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nadzor.flow.HttpHead;
import nadzor.wire.Target;

/**
 * A request in absolute form, and the origin form that a proxy makes of it (RFC 9112 sections 3.2.1
 * and 3.2.2): the Host line is the target's, hop-by-hop fields go (RFC 9110 section 7.6.1), and the
 * upstream connection serves this request alone.
 *
 * @param authority as the client wrote it
 * @param path what follows the authority
 */
record AbsoluteForm(HttpHead head, Target target, String authority, String path) {
  private static final String SCHEME = "http://";
  private static final int HTTP_PORT = 80;
  private static final Set<String> DROPPED =
      Set.of("host", "connection", "proxy-connection", "keep-alive", "proxy-authorization");

  /** Empty where the target is not an http: URI with a host that can be reached. */
  static Optional<AbsoluteForm> of(HttpHead head) {
    String uri = head.target();
    if (!uri.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    int end = SCHEME.length();
    while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    String authority = uri.substring(SCHEME.length(), end);
    String rest = uri.substring(end);
    String path = rest.startsWith("/") ? rest : "/" + rest;
    return Target.ofAuthority(authority, HTTP_PORT)
        .map(target -> new AbsoluteForm(head, target, authority, path));
  }

  /**
   * The head of {@code length} octets in origin form, and all octets that follow it as they are.
   */
  byte[] rewrite(byte[] octets, int length) {
    List<String> lines =
        new String(octets, 0, length, StandardCharsets.ISO_8859_1).lines().toList();
    String first = lines.get(0);
    StringBuilder out = new StringBuilder(length);
    out.append(head.method()).append(' ').append(path);
    out.append(first.substring(first.lastIndexOf(' '))).append("\r\n");
    out.append("Host: ").append(authority).append("\r\n");
    Set<String> dropped = dropped(lines);
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isEmpty() && !dropped.contains(name(line))) {
        out.append(line).append("\r\n");
      }
    }
    out.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.write(octets, length, octets.length - length);
    return all.toByteArray();
  }

  /** The hop-by-hop fields: the known ones and those that a Connection line names. */
  private static Set<String> dropped(List<String> lines) {
    Set<String> names = new HashSet<>(DROPPED);
    for (String line : lines) {
      if (name(line).equals("connection")) {
        for (String option : line.substring(line.indexOf(':') + 1).split(",", -1)) {
          names.add(option.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  private static String name(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}

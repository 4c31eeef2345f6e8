package nadzor.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nadzor.flow.NameView;

/** Finds the Host field among header lines (RFC 9110 section 7.2). Not thread-safe. */
final class HostField {
  private static final String NAME = "host";

  private final byte[] octets;
  private String value = "";
  private boolean seen;

  HostField(byte[] octets) {
    this.octets = octets;
  }

  /** The field's value; empty where there was none. */
  String value() {
    return value;
  }

  /** Reads one line; the text says what is wrong and is empty where nothing is. */
  String read(HeadLines line) {
    int colon = nameEnd(line);
    if (line.isBroken()) {
      return "a CR or NUL within a header line";
    }
    if (colon == 0 || colon == line.length() || octets[line.start() + colon] != ':') {
      return "a header line without a name";
    }
    if (!isHost(line.start(), colon)) {
      return "";
    }
    if (seen) {
      return "two Host lines";
    }
    seen = true;
    int from = line.start() + colon + 1;
    int count = line.length() - colon - 1;
    value = new String(octets, from, count, StandardCharsets.ISO_8859_1).strip();
    return "";
  }

  private int nameEnd(HeadLines line) {
    int i = 0;
    while (i < line.length() && RequestLine.isToken(octets[line.start() + i])) {
      i++;
    }
    return i;
  }

  private boolean isHost(int start, int count) {
    if (count != NAME.length()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if ((octets[start + i] | 0x20) != NAME.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The host of {@code host:port} as it was seen; empty where it is too long to be one. */
  static Optional<NameView> withoutPort(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = host.indexOf(']');
    if (host.startsWith("[") && bracket > 0) {
      host = host.substring(1, bracket);
    } else if (host.indexOf(':') >= 0) {
      host = host.substring(0, host.indexOf(':'));
    }
    return host.length() > NameView.CAPACITY ? Optional.empty() : Optional.of(NameView.of(host));
  }
}

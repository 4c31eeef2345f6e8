package nadzor.exchange;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.flow.Addresses;

/** Reads URLs: plain HTTP is matched by the whole URL, anything over TLS by its host. */
final class Locating {
  private static final CharMatcher END = CharMatcher.anyOf("/?#");

  private Locating() {}

  /** The URL; empty where it was refused. */
  static Optional<Target.Url> url(String field, int column, Intake in) throws IOException {
    String text = unslashed(stripped(field, column, in), column, in);
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      in.refuseValue(Fault.URL, column, field, "a URL that begins with http:// or https://");
      return Optional.empty();
    }
    if (!text.startsWith(scheme)) {
      in.repaired(Repair.UPPER_CASE, column, text, scheme + text.substring(colon));
    }
    int start = colon + 3;
    int path = END.indexIn(text, start);
    int end = path < 0 ? text.length() : path;
    Optional<String> authority = authority(text.substring(start, end), column + start, in);
    try {
      return authority.map(host -> target(scheme, host, text.substring(end)));
    } catch (IllegalArgumentException e) {
      in.refuse(Fault.URL, column, "'" + Remark.shown(field) + "'", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String stripped(String field, int column, Intake in) throws IOException {
    String text = field.strip();
    if (!text.equals(field)) {
      in.repaired(Repair.BLANK, column, field, text);
    }
    return text;
  }

  /** Backslashes before the query are slashes. */
  private static String unslashed(String text, int column, Intake in) throws IOException {
    int query = CharMatcher.anyOf("?#").indexIn(text);
    int end = query < 0 ? text.length() : query;
    String became = text.substring(0, end).replace('\\', '/') + text.substring(end);
    if (!became.equals(text)) {
      in.repaired(Repair.BACKSLASH, column, text, became);
    }
    return became;
  }

  /** Host and port, the host repaired. */
  private static Optional<String> authority(String written, int column, Intake in)
      throws IOException {
    if (written.startsWith("[")) {
      return Optional.of(written);
    }
    int colon = written.indexOf(':');
    String host = colon < 0 ? written : written.substring(0, colon);
    String port = colon < 0 ? "" : written.substring(colon);
    if (!port.isEmpty() && !port.matches(":\\d{1,5}")) {
      in.refuseValue(Fault.URL, column, written, "host or host:port");
      return Optional.empty();
    }
    return Naming.name(host, column, in).map(name -> name + port);
  }

  private static Target.Url target(String scheme, String authority, String rest) {
    String text = scheme + "://" + authority + rest;
    int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
    String host = colon <= 0 ? authority : authority.substring(0, colon);
    String port = colon > 0 ? authority.substring(colon) : scheme.equals("http") ? ":80" : ":443";
    boolean literal = Addresses.isLiteral(host.replace("[", "").replace("]", ""));
    String what = literal ? host + port : scheme.equals("http") ? text : host;
    return new Target.Url(text, Matcher.of(what));
  }
}

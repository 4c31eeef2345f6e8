package nadzor.lab;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;

/**
 * What one HTTP request wants. Immutable.
 *
 * @param host lower case, without port and final dot; empty where the request names none
 * @param path without the query
 */
record Asked(HttpMethod method, String host, String path) {
  private static final String SCHEME = "http://";

  /** From a request's head; a target in absolute form (RFC 9112 section 3.2.2) beats Host. */
  static Asked of(HttpRequest head) {
    String target = head.uri();
    String authority = head.headers().get(HttpHeaderNames.HOST, "");
    if (target.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      String rest = target.substring(SCHEME.length());
      int slash = rest.indexOf('/');
      authority = slash < 0 ? rest : rest.substring(0, slash);
      target = slash < 0 ? "/" : rest.substring(slash);
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return new Asked(head.method(), bareHost(authority), path);
  }

  private static String bareHost(String authority) {
    String host = authority.strip().toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    if (colon > host.lastIndexOf(']')) {
      host = host.substring(0, colon);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}

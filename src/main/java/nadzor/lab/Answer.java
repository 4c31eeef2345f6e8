package nadzor.lab;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What goes back for one HTTP request. Immutable as long as nobody writes into the body. */
final class Answer {
  static final String HTML = "text/html; charset=utf-8";

  private final HttpResponseStatus status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Optional<Slowness> slowness;

  private Answer(
      HttpResponseStatus status,
      Map<String, String> headers,
      byte[] body,
      Optional<Slowness> slowness) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.slowness = slowness;
  }

  /** With a body that is shared, not copied: the same octets serve every request. */
  Answer(HttpResponseStatus status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Optional.empty());
  }

  /** Octets of one type. */
  static Answer of(HttpResponseStatus status, String contentType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", contentType), body);
  }

  /** A line of plain text. */
  static Answer text(HttpResponseStatus status, String line) {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    return of(status, "text/plain; charset=utf-8", body);
  }

  /** The same with one more header. */
  Answer with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, slowness);
  }

  /** The same, given slowly. */
  Answer slowedBy(Optional<Slowness> how) {
    return new Answer(status, headers, body, how);
  }

  HttpResponseStatus status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The octets themselves: read only. */
  byte[] body() {
    return body;
  }

  /** How slowly it is given. */
  Optional<Slowness> slowness() {
    return slowness;
  }
}

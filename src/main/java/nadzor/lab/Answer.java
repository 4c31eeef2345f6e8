package nadzor.lab;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back for one HTTP request. Immutable as long as nobody writes into the body. */
final class Answer {
  static final String HTML = "text/html; charset=utf-8";

  private final HttpResponseStatus status;
  private final Map<String, String> headers;
  private final byte[] body;

  /** With a body that is shared, not copied: the same octets serve every request. */
  Answer(HttpResponseStatus status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
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
}

package nadzor.web;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * An answer in JSON. Immutable.
 *
 * @param headers beside those that every answer has
 */
record Answer(int status, MediaType type, Map<String, String> headers, String body) {
  static final MediaType PROBLEM = MediaType.create("application", "problem+json");

  /** Octets of a refused body that are read for politeness' sake. */
  private static final long POLITE = 1 << 20;

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer ok(JsonNode body) {
    return of(200, body);
  }

  static Answer of(int status, JsonNode body) {
    return new Answer(status, MediaType.JSON, Map.of(), Json.write(body));
  }

  /** The one of that id; or the problem that there is none. */
  static <T> Answer found(
      String what, String id, Optional<T> one, Function<T, ? extends JsonNode> shape) {
    return one.map(shape).map(Answer::ok).orElseThrow(() -> Problem.unknown(what, id));
  }

  static Answer of(Problem problem) {
    return new Answer(problem.status(), PROBLEM, Map.of(), Json.write(problem.json()));
  }

  static Answer nothing() {
    return new Answer(204, MediaType.JSON, Map.of(), "");
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, more, body);
  }

  /** With the revision as its ETag (RFC 9110, section 8.8.3). */
  Answer tagged(long revision) {
    return with("etag", "\"" + revision + "\"");
  }

  HttpResponse response() {
    ResponseHeadersBuilder built = ResponseHeaders.builder(HttpStatus.valueOf(status));
    headers.forEach(built::add);
    if (body.isEmpty()) {
      return HttpResponse.of(built.build());
    }
    built.set(HttpHeaderNames.CONTENT_TYPE, type.toString());
    return HttpResponse.of(built.build(), HttpData.ofUtf8(body));
  }

  /**
   * The response, after the request's body has come to its end and was dropped: who is answered
   * before may see a stream that was reset instead of what was said (RFC 9113, section 8.1). A body
   * that is long, or does not tell its length, is not waited for.
   */
  HttpResponse after(HttpRequest request) {
    long length = request.headers().contentLength();
    return length > 0 && length <= POLITE
        ? HttpResponse.of(request.subscribe().handle((done, broken) -> response()))
        : response();
  }
}

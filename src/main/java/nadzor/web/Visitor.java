package nadzor.web;

import com.google.common.base.Splitter;
import com.linecorp.armeria.common.RequestHeaders;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Who a request comes from, by its headers. Immutable. */
record Visitor(RequestHeaders headers, Keys keys) {
  static final String COOKIE = "nadzor-session";
  private static final String BEARER = "Bearer ";
  private static final String CSRF = "x-nadzor-csrf";

  /** Refuses who may not write. */
  void requireWriter() {
    Optional<String> token = token();
    if (token.isPresent()) {
      if (!keys.isToken(token.get())) {
        throw unauthorised("the token is not this laboratory's");
      }
      return;
    }
    String expected =
        csrf().orElseThrow(() -> unauthorised("neither a token nor a session came with it"));
    if (!Keys.same(expected, headers.get(CSRF, ""))) {
      throw Problem.of(
          403,
          "csrf",
          "Not from the dashboard",
          "a session by cookie sends its CSRF token as X-Nadzor-Csrf");
    }
  }

  private static Problem unauthorised(String detail) {
    return Problem.of(401, "unauthorised", "Writing needs the token", detail);
  }

  private Optional<String> token() {
    return Optional.ofNullable(headers.get("authorization"))
        .filter(text -> text.startsWith(BEARER))
        .map(text -> text.substring(BEARER.length()).strip());
  }

  /** The value of the session's cookie. */
  Optional<String> cookie() {
    List<String> all = headers.getAll("cookie");
    return all.stream()
        .flatMap(line -> Splitter.on(';').trimResults().splitToStream(line))
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private Optional<String> csrf() {
    return cookie().flatMap(keys::csrf);
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    boolean isToken = token().filter(keys::isToken).isPresent();
    Optional<String> csrf = csrf();
    node.put("kind", isToken ? "token" : csrf.isPresent() ? "cookie" : "none");
    node.put("writes", isToken || csrf.isPresent());
    if (!isToken) {
      Json.put(node, "csrf", csrf);
    }
    return node;
  }
}

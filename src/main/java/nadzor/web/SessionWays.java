package nadzor.web;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import java.util.List;
import java.util.Optional;

/** Who writes here, and how a browser comes to write. */
final class SessionWays {
  private static final String COOKIE =
      Visitor.COOKIE + "=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d";
  private static final int HALF_A_DAY = 43_200;

  private final Keys keys;

  private SessionWays(Keys keys) {
    this.keys = keys;
  }

  static List<Way> all(Keys keys) {
    SessionWays ways = new SessionWays(keys);
    return List.of(
        Way.get("/session", ways::session),
        Way.delete("/session", ways::leave),
        new Way(HttpMethod.GET, "/login", ways::enter));
  }

  private Answer session(Call call) {
    return Answer.ok(new Visitor(call.request().headers(), keys).json());
  }

  private Answer leave(Call call) {
    new Visitor(call.request().headers(), keys).cookie().ifPresent(keys::leave);
    return Answer.nothing().with("set-cookie", COOKIE.formatted("", 0));
  }

  private HttpResponse enter(Call call) {
    Optional<String> cookie = call.query("key").flatMap(keys::enter);
    String value =
        cookie.orElseThrow(
            () ->
                Problem.of(
                    403,
                    "link",
                    "The link was used",
                    "each link lets in once: restart, or take a new one"));
    return HttpResponse.of(
        ResponseHeaders.builder(HttpStatus.SEE_OTHER)
            .add("location", "/")
            .add("set-cookie", COOKIE.formatted(value, HALF_A_DAY))
            .build());
  }
}

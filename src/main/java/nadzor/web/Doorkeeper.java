package nadzor.web;

import com.linecorp.armeria.common.HttpHeaders;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in requests that were meant for this server (a name that an attacker points at loopback is
 * another host: DNS rebinding), from its own pages or from no page, and gives every answer the
 * headers that keep a browser from being talked into anything.
 */
final class Doorkeeper implements DecoratingHttpServiceFunction {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final HttpHeaders GUARDS =
      HttpHeaders.builder()
          .add(
              "content-security-policy",
              "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                  + " frame-ancestors 'none'; form-action 'self'")
          .add("x-content-type-options", "nosniff")
          .add("referrer-policy", "no-referrer")
          .add("cross-origin-opener-policy", "same-origin")
          .add("cross-origin-resource-policy", "same-origin")
          .add("permissions-policy", "camera=(), geolocation=(), microphone=()")
          .build();

  /** Nobody is let in before the port is known. */
  private volatile Set<String> hosts = Set.of();

  /** What may stand in Host from now on, with the port. */
  void answerTo(Set<String> names) {
    hosts = Set.copyOf(names);
  }

  @Override
  public HttpResponse serve(HttpService inner, ServiceRequestContext ctx, HttpRequest request)
      throws Exception {
    ctx.mutateAdditionalResponseHeaders(headers -> headers.set(GUARDS));
    Optional<Problem> refusal = refusal(request);
    return refusal.isPresent()
        ? Answer.of(refusal.get()).after(request).mapHeaders(Doorkeeper::unstored)
        : inner.serve(ctx, request).mapHeaders(Doorkeeper::unstored);
  }

  private static ResponseHeaders unstored(ResponseHeaders headers) {
    return headers.toBuilder().set("cache-control", "no-store").build();
  }

  private Optional<Problem> refusal(HttpRequest request) {
    String host = Optional.ofNullable(request.authority()).orElse("").toLowerCase(Locale.ROOT);
    if (!hosts.contains(host)) {
      return Optional.of(
          Problem.of(421, "host", "Not this server", "Host '" + host + "' is none of its names"));
    }
    Optional<String> origin = Optional.ofNullable(request.headers().get("origin"));
    boolean foreign = origin.filter(one -> !one.equals("http://" + host)).isPresent();
    boolean crossSite = "cross-site".equals(request.headers().get("sec-fetch-site", ""));
    boolean writes = !READING.contains(request.method());
    if (foreign || (crossSite && writes)) {
      return Optional.of(
          Problem.of(403, "origin", "Not from its own pages", "the page of another origin asks"));
    }
    return Optional.empty();
  }
}

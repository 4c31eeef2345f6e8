package nadzor.web;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Answers what no operation took before the pages' files are looked through: of the API nothing
 * lies there, and who asks it reads problems (RFC 9457). Immutable.
 */
final class Elsewhere implements DecoratingHttpServiceFunction {
  private static final String API = "/api/";
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private record Place(Pattern path, HttpMethod method) {}

  private final List<Place> places;

  Elsewhere(List<Way> ways) {
    places = ways.stream().map(way -> new Place(pattern(way.path()), way.method())).toList();
  }

  private static Pattern pattern(String path) {
    String[] fixed = PARAMETER.split(path, -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(fixed[0]));
    for (int i = 1; i < fixed.length; i++) {
      pattern.append("[^/]+").append(Pattern.quote(fixed[i]));
    }
    return Pattern.compile(pattern.toString());
  }

  @Override
  public HttpResponse serve(HttpService inner, ServiceRequestContext ctx, HttpRequest request)
      throws Exception {
    Optional<Answer> answer = answer(ctx.path(), request.method());
    return answer.isPresent() ? answer.get().after(request) : inner.serve(ctx, request);
  }

  /** Empty where a file may be meant. */
  private Optional<Answer> answer(String path, HttpMethod method) {
    Set<String> methods = new TreeSet<>();
    for (Place place : places) {
      if (place.path().matcher(path).matches()) {
        methods.add(place.method().name());
      }
    }
    if (!methods.isEmpty()) {
      String allowed = String.join(", ", methods);
      String detail = "found " + method + ", expected " + String.join(" or ", methods);
      Problem problem = Problem.of(405, "method", "That cannot be done to it", detail);
      return Optional.of(Answer.of(problem).with("allow", allowed));
    }
    return path.startsWith(API)
        ? Optional.of(
            Answer.of(
                Problem.of(
                    404, "unknown", "There is no such thing", path + "; /openapi.json has all")))
        : Optional.empty();
  }
}

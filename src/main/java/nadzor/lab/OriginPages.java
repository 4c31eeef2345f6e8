package nadzor.lab;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sites of one address answer, all made beforehand. A host that is not at this address
 * gets 421 (RFC 9110 section 15.5.20). Immutable.
 */
final class OriginPages implements Responder {
  private static final Answer ONLY_READING =
      new Answer(HttpResponseStatus.METHOD_NOT_ALLOWED, Map.of("Allow", "GET, HEAD"), new byte[0]);
  private static final Answer NOT_HERE =
      Answer.text(
          HttpResponseStatus.MISDIRECTED_REQUEST,
          "laboratory origin, simulation: no such host at this address");

  private final Map<String, SiteAnswers> byHost;

  private OriginPages(Map<String, SiteAnswers> byHost) {
    this.byHost = byHost;
  }

  static OriginPages of(List<Site> sites, World world) {
    Map<String, SiteAnswers> byHost = new HashMap<>();
    sites.forEach(site -> byHost.put(site.host().text(), SiteAnswers.of(site, world)));
    return new OriginPages(Map.copyOf(byHost));
  }

  /** The same, where the sites that have HTTP/3 tell of it in all that they answer. */
  OriginPages tellingOfHttp3() {
    Map<String, SiteAnswers> telling = new HashMap<>(byHost);
    telling.replaceAll((host, answers) -> answers.tellingOfHttp3());
    return new OriginPages(Map.copyOf(telling));
  }

  /** The same without the sites that have no HTTP/3. */
  OriginPages overHttp3() {
    Map<String, SiteAnswers> served = new HashMap<>(byHost);
    served.values().removeIf(answers -> !answers.hasHttp3());
    return new OriginPages(Map.copyOf(served));
  }

  @Override
  public Answer answer(Asked asked) {
    if (!asked.method().equals(HttpMethod.GET) && !asked.method().equals(HttpMethod.HEAD)) {
      return ONLY_READING;
    }
    return Optional.ofNullable(byHost.get(asked.host()))
        .map(answers -> answers.at(asked.path()))
        .orElse(NOT_HERE);
  }
}

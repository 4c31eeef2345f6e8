package nadzor.lab;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sites of one address answer, all made beforehand. A host that is not at this address
 * gets 421 (RFC 9110 section 15.5.20). Immutable.
 */
final class OriginPages implements Responder {
  private static final Answer NO_ICON =
      new Answer(HttpResponseStatus.NO_CONTENT, Map.of(), new byte[0]);
  private static final Answer ONLY_READING =
      new Answer(HttpResponseStatus.METHOD_NOT_ALLOWED, Map.of("Allow", "GET, HEAD"), new byte[0]);
  private static final Answer NOT_HERE =
      Answer.text(
          HttpResponseStatus.MISDIRECTED_REQUEST,
          "laboratory origin, simulation: no such host at this address");
  private static final Answer NO_SUCH_PATH =
      Answer.text(HttpResponseStatus.NOT_FOUND, "laboratory origin, simulation: no such path");

  private final Map<String, Map<String, Answer>> byHost = new HashMap<>();

  OriginPages(List<Site> sites, World world) {
    for (Site site : sites) {
      byHost.put(site.host().text(), answers(site, world));
    }
  }

  @Override
  public Answer answer(Asked asked) {
    if (!asked.method().equals(HttpMethod.GET) && !asked.method().equals(HttpMethod.HEAD)) {
      return ONLY_READING;
    }
    return Optional.ofNullable(byHost.get(asked.host()))
        .map(answers -> answers.getOrDefault(asked.path(), NO_SUCH_PATH))
        .orElse(NOT_HERE);
  }

  private static Map<String, Answer> answers(Site site, World world) {
    Map<String, Answer> answers = new HashMap<>();
    byte[] page = SitePage.of(site, world).getBytes(StandardCharsets.UTF_8);
    answers.put("/", Answer.of(HttpResponseStatus.OK, Answer.HTML, page));
    answers.put("/favicon.ico", NO_ICON);
    for (SiteObject object : site.objects()) {
      byte[] octets = octets(object, site.host().hashCode());
      answers.put(object.path(), Answer.of(HttpResponseStatus.OK, object.contentType(), octets));
    }
    return answers;
  }

  /** The same for the same object at every start. */
  private static byte[] octets(SiteObject object, int seed) {
    if (object.isImage()) {
      return PngObject.of(object.size(), seed);
    }
    byte[] octets = new byte[object.size()];
    Arrays.fill(octets, (byte) 'n');
    for (int i = 63; i < octets.length; i += 64) {
      octets[i] = '\n';
    }
    return octets;
  }
}

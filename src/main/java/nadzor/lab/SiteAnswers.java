package nadzor.lab;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nadzor.flow.DomainName;

/** What one site answers by path, all made beforehand. Immutable. */
final class SiteAnswers {
  private static final Answer NO_ICON =
      new Answer(HttpResponseStatus.NO_CONTENT, Map.of(), new byte[0]);
  private static final Answer NO_SUCH_PATH =
      Answer.text(HttpResponseStatus.NOT_FOUND, "laboratory origin, simulation: no such path");
  private static final Answer MOVED =
      Answer.text(
          HttpResponseStatus.MOVED_PERMANENTLY,
          "laboratory origin, simulation: this site is elsewhere");

  private final SiteOptions options;
  private final Map<String, Answer> byPath;
  private final Answer otherwise;

  private SiteAnswers(SiteOptions options, Map<String, Answer> byPath, Answer otherwise) {
    this.options = options;
    this.byPath = Map.copyOf(byPath);
    this.otherwise = otherwise;
  }

  static SiteAnswers of(Site site, World world) {
    Optional<Slowness> slow = site.options().slow();
    Answer otherwise = site.options().redirect().isPresent() ? MOVED : NO_SUCH_PATH;
    Map<String, Answer> byPath = otherwise == MOVED ? Map.of() : pages(site, world);
    return new SiteAnswers(site.options(), byPath, otherwise).each(answer -> answer.slowedBy(slow));
  }

  /** The answer for a path without its query. */
  Answer at(String path) {
    Answer found = byPath.getOrDefault(path, otherwise);
    return options
        .redirect()
        .map(other -> found.with("Location", location(other, path)))
        .orElse(found);
  }

  boolean hasHttp3() {
    return options.http3();
  }

  /** The same with {@code Alt-Svc} (RFC 7838), where the site has HTTP/3. */
  SiteAnswers tellingOfHttp3() {
    return options.http3() ? each(answer -> answer.with("Alt-Svc", "h3=\":443\"")) : this;
  }

  private SiteAnswers each(UnaryOperator<Answer> change) {
    Map<String, Answer> changed = new HashMap<>(byPath);
    changed.replaceAll((path, answer) -> change.apply(answer));
    return new SiteAnswers(options, changed, change.apply(otherwise));
  }

  /** Without a scheme (RFC 3986 section 4.2): as it was asked for. */
  private static String location(DomainName other, String path) {
    return "//" + other.text() + (path.startsWith("/") ? path : "/");
  }

  private static Map<String, Answer> pages(Site site, World world) {
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

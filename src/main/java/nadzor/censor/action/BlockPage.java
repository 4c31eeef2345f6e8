package nadzor.censor.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.HttpHead;
import nadzor.flow.Sighting;

/**
 * Action <b>block-page</b>: a page in the server's name, for plain HTTP.
 *
 * <p>The client sees: a notice where the site should be, or a redirect to one.
 *
 * <p>Example: {@code {block-page: {status: 451, blocked-by:
 * "https://operator.test/restrictions"}}}, {@code {block-page: {status: 302, location:
 * "http://stub.operator.test/"}}}
 *
 * <p>Source: RFC 7725 for 451 and {@code Link: rel="blocked-by"}; networks of 2022 mostly answered
 * 200 or 302 (OONI, "New blocks emerge in Russia amid war in Ukraine"); a redirect that carries the
 * blocked URI is what a lecture on operators' filters describes (an unverified transcript).
 *
 * @param status 200, 302, 403 or 451
 * @param blockedBy the URI of who implements the block, for the Link header of a 451
 * @param location where a 302 leads; the blocked URI is appended as the parameter {@code uri}
 */
public record BlockPage(int status, String blockedBy, String location) implements StreamAction {
  private static final int REDIRECT = 302;
  private static final int LEGAL_REASONS = 451;
  private static final Map<Integer, String> PHRASES =
      Map.of(200, "OK", 302, "Found", 403, "Forbidden", 451, "Unavailable For Legal Reasons");

  /** Checks that the status is one of those above, and that a redirect leads somewhere. */
  public BlockPage {
    if (!PHRASES.containsKey(status)) {
      throw new IllegalArgumentException("status " + status + ", expected 200, 302, 403 or 451");
    }
    if ((status == REDIRECT) == location.isEmpty()) {
      throw new IllegalArgumentException("a location belongs to status 302, and to that alone");
    }
    if (status == LEGAL_REASONS && blockedBy.isEmpty()) {
      throw new IllegalArgumentException("status 451 without blocked-by (RFC 7725 section 4)");
    }
    if ((blockedBy + location).chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("a URI with a blank or a character beyond ASCII in it");
    }
  }

  /** A page, not a redirect. */
  public BlockPage(int status, String blockedBy) {
    this(status, blockedBy, "");
  }

  @Override
  public String name() {
    return "block-page";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.HTTP_HEAD;
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    String host = trigger.sighting().name().toString();
    byte[] body = trigger.pages().html(host, trigger.rule()).getBytes(StandardCharsets.UTF_8);
    byte[] head = head(body.length, trigger.sighting()).getBytes(StandardCharsets.US_ASCII);
    if (trigger.sighting() instanceof HttpHead asked && asked.method().equals("HEAD")) {
      return new StreamEffect.Answer(head);
    }
    byte[] octets = new byte[head.length + body.length];
    System.arraycopy(head, 0, octets, 0, head.length);
    System.arraycopy(body, 0, octets, head.length, body.length);
    return new StreamEffect.Answer(octets);
  }

  private String head(int bodyLength, Sighting sighting) {
    return "HTTP/1.1 "
        + status
        + " "
        + PHRASES.get(status)
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + bodyLength
        + "\r\nCache-Control: no-store\r\nConnection: close\r\n"
        + (status == LEGAL_REASONS ? "Link: <" + blockedBy + ">; rel=\"blocked-by\"\r\n" : "")
        + (status == REDIRECT ? "Location: " + location(sighting) + "\r\n" : "")
        + "\r\n";
  }

  /** The blocked URI is untrusted: it is percent-encoded whole. */
  private String location(Sighting sighting) {
    String target = sighting instanceof HttpHead asked ? asked.target() : "/";
    String uri = target.startsWith("/") ? "http://" + sighting.name() + target : target;
    String joint = location.indexOf('?') < 0 ? "?uri=" : "&uri=";
    return location + joint + URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }
}

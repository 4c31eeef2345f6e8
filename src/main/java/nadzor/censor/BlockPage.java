package nadzor.censor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import nadzor.flow.HttpHead;

/**
 * A page in the server's name, for plain HTTP. The client sees a notice where the site should be.
 * Status 451 with {@code Link: rel="blocked-by"} follows RFC 7725; networks of 2022 mostly answered
 * 200 or 302.
 *
 * @param status 200, 403 or 451
 * @param blockedBy the URI of who implements the block, for the Link header of a 451
 */
public record BlockPage(int status, String blockedBy) implements StreamAction {
  private static final Map<Integer, String> PHRASES =
      Map.of(200, "OK", 403, "Forbidden", 451, "Unavailable For Legal Reasons");

  /** Checks that the status is one of those above. */
  public BlockPage {
    if (!PHRASES.containsKey(status)) {
      throw new IllegalArgumentException("status " + status + ", expected 200, 403 or 451");
    }
  }

  @Override
  public String name() {
    return "block-page";
  }

  @Override
  public StreamEffect onTrigger(Trigger trigger) {
    String host = trigger.sighting().name().toString();
    byte[] body = trigger.pages().html(host, trigger.rule()).getBytes(StandardCharsets.UTF_8);
    byte[] head = head(body.length).getBytes(StandardCharsets.US_ASCII);
    if (trigger.sighting() instanceof HttpHead asked && asked.method().equals("HEAD")) {
      return new StreamEffect.Answer(head);
    }
    byte[] octets = new byte[head.length + body.length];
    System.arraycopy(head, 0, octets, 0, head.length);
    System.arraycopy(body, 0, octets, head.length, body.length);
    return new StreamEffect.Answer(octets);
  }

  private String head(int bodyLength) {
    String link = status == 451 ? "Link: <" + blockedBy + ">; rel=\"blocked-by\"\r\n" : "";
    return "HTTP/1.1 "
        + status
        + " "
        + PHRASES.get(status)
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + bodyLength
        + "\r\nCache-Control: no-store\r\nConnection: close\r\n"
        + link
        + "\r\n";
  }
}

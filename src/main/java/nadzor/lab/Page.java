package nadzor.lab;

import java.util.Map;

/**
 * A block page as it is sent. Immutable.
 *
 * @param status 200 to 599: 200 and 302 are what networks in Russia were seen to send, 451 is RFC
 *     7725's
 * @param headers besides Content-Type, Content-Length and Cache-Control
 */
public record Page(int status, Map<String, String> headers, String html) {
  /** Checks the status. */
  public Page {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status: found " + status + ", expected 200 to 599");
    }
    headers = Map.copyOf(headers);
  }
}

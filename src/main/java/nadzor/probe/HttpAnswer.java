package nadzor.probe;

import java.util.List;
import java.util.Optional;

/**
 * A response, as far as it came. Immutable.
 *
 * @param status 200 to 599 (or what the server made of it)
 * @param headers in order
 * @param title of the page, white space folded
 * @param bodyLength octets of body received, transfer coding removed
 * @param bodySha256 of these octets, lower-case hexadecimal
 * @param truncated whether the probe stopped reading at {@link Limits#bodyBytes}
 */
public record HttpAnswer(
    int status,
    List<HttpHeader> headers,
    Optional<String> title,
    long bodyLength,
    String bodySha256,
    boolean truncated) {
  /** The first header of this name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream().filter(h -> h.is(name)).map(HttpHeader::value).findFirst();
  }
}

package nadzor.lab;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nadzor.flow.Endpoint;

/**
 * The server that a network's forged DNS answers point to: whatever is asked of it, for whatever
 * host, by whatever method, the block page comes back. Plain HTTP only, as the real ones: HTTPS for
 * another's name cannot be answered; a hijacked flow comes by way of a TLS front. Thread-safe;
 * {@link #close} is idempotent.
 */
final class BlockPageServer implements AutoCloseable {
  private static final int HTTP = 80;

  /** RFC 7725; Netty has no name for it. */
  private static final HttpResponseStatus LEGAL_REASONS =
      new HttpResponseStatus(451, "Unavailable For Legal Reasons");

  private final StreamListener listener;

  private BlockPageServer(StreamListener listener) {
    this.listener = listener;
  }

  /**
   * Starts one on a free port.
   *
   * @param bindTo the network's own address, which it advertises with port 80
   * @param pages the page for a host (lower case, no port, empty where none is named); runs on an
   *     event loop
   * @throws FenceException if the address is outside the fence
   * @throws IOException if it cannot listen
   */
  static BlockPageServer start(Hosting hosting, InetAddress bindTo, Function<String, Page> pages)
      throws IOException {
    Responder responder = asked -> answer(pages.apply(asked.host()));
    return new BlockPageServer(
        HttpPipeline.listen(
            hosting, "block page", new Endpoint(bindTo, 0), responder, Optional.empty()));
  }

  private static Answer answer(Page page) {
    Map<String, String> headers = new HashMap<>(page.headers());
    headers.put("Content-Type", Answer.HTML);
    headers.put("Nadzor-Simulation", "laboratory");
    return new Answer(
        page.status() == LEGAL_REASONS.code()
            ? LEGAL_REASONS
            : HttpResponseStatus.valueOf(page.status()),
        headers,
        page.html().getBytes(StandardCharsets.UTF_8));
  }

  /** Where it is bound. */
  Endpoint http() {
    return listener.endpoint();
  }

  /** From the address with port 80 to what is bound; port 443 leads nowhere. */
  Map<Endpoint, Endpoint> routes() {
    return Map.of(new Endpoint(http().address(), HTTP), http());
  }

  @Override
  public void close() {
    listener.close();
  }
}

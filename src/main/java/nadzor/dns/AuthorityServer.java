package nadzor.dns;

import java.io.IOException;
import java.util.Optional;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * A server that speaks for its own zones, on UDP and TCP with one port number: nothing is cached,
 * and AA is as the zones say. Thread-safe.
 */
public final class AuthorityServer implements AutoCloseable {
  private final DnsService service;

  private AuthorityServer(DnsService service) {
    this.service = service;
  }

  /**
   * Opens the sockets, and waits for them: not to be called on an event loop.
   *
   * @param bind where to listen; port 0 takes a number that is free for UDP and TCP
   * @param zones what answers, as {@link LocalUpstream#ofMessages}; truncation and EDNS are done
   *     here
   * @param limits the cache's size among them means nothing
   * @throws IOException if the address or port is not to be had; the message says which
   */
  public static AuthorityServer start(
      Transport transport, Endpoint bind, LocalUpstream zones, ResolverLimits limits)
      throws IOException {
    return new AuthorityServer(
        DnsService.start(
            transport,
            ResolverDoors.plain(bind),
            Role.AUTHORITY,
            Optional.empty(),
            zones,
            limits.withoutCache()));
  }

  /** Where it listens, with UDP and with TCP. */
  public Endpoint address() {
    return service.address();
  }

  /** What became of the queries. */
  public ResolverCounters counters() {
    return service.counters();
  }

  /**
   * Closes the sockets and the clients' connections within two seconds; idempotent; not to be
   * called on an event loop.
   */
  @Override
  public void close() {
    service.close();
  }
}

package nadzor.dns;

import java.io.IOException;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * A resolver on UDP and TCP (RFC 1035, RFC 7766), both on one port number, and where it is wanted
 * on TLS (RFC 7858) and HTTPS (RFC 8484). Whatever the door, every question is judged before the
 * cache is looked into, so that a cached answer never outlives a blocklist version; what is not
 * restricted is answered truthfully, whatever its type. Thread-safe.
 *
 * <p>A restricted name is answered in place, by octets: no dnsjava object is made on that way, and
 * nothing of ours is allocated.
 */
public final class ResolverServer implements AutoCloseable {
  private final DnsService service;

  private ResolverServer(DnsService service) {
    this.service = service;
  }

  /**
   * Opens UDP and TCP at the network's own resolver, and waits for it: not to be called on an event
   * loop.
   *
   * @param bind where to listen; port 0 takes a number that is free for UDP and TCP
   * @param enforcement what restricts its answers; empty for a truthful resolver
   * @param upstream where everything else comes from; stays open when this closes
   * @throws IOException if the address or port is not to be had; the message says which
   */
  public static ResolverServer start(
      Transport transport,
      Endpoint bind,
      Optional<Enforcement> enforcement,
      Upstream upstream,
      ResolverLimits limits)
      throws IOException {
    return start(transport, ResolverDoors.plain(bind), enforcement, upstream, limits);
  }

  /**
   * Opens the sockets, and waits for them: not to be called on an event loop.
   *
   * @param doors what to listen on, and where in its network that is
   * @param enforcement what restricts its answers; empty for a truthful resolver
   * @param upstream where everything else comes from; stays open when this closes
   * @param limits hold for all doors together
   * @throws IOException if an address or port is not to be had, the message says which; or if the
   *     doors' key and certificate do not go together
   */
  public static ResolverServer start(
      Transport transport,
      ResolverDoors doors,
      Optional<Enforcement> enforcement,
      Upstream upstream,
      ResolverLimits limits)
      throws IOException {
    return new ResolverServer(
        DnsService.start(transport, doors, Role.RESOLVER, enforcement, upstream, limits));
  }

  /** Where it listens, with UDP and with TCP. */
  public Endpoint address() {
    return service.address();
  }

  /** Where it listens with TLS; empty where that door is closed. */
  public Optional<Endpoint> dot() {
    return service.dot();
  }

  /** Where it listens with HTTPS; empty where that door is closed. */
  public Optional<Endpoint> doh() {
    return service.doh();
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

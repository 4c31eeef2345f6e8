package nadzor.proxy;

import java.net.BindException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * One network's proxy: a mixed port that takes HTTP CONNECT, absolute-form HTTP, SOCKS5 (with UDP
 * ASSOCIATE) and SOCKS4/4a, told apart by their first octets; and transparent ports, where a
 * profile wants them. To the client it is the wire: what it tunnels passes the network's judge, its
 * own requests do not. Thread-safe.
 */
public final class ProxyServer implements AutoCloseable {
  private final Listeners listeners;
  private final ProxyCounters counters;
  private final Endpoint mixed;
  private final Optional<Endpoint> tls;
  private final Optional<Endpoint> http;
  private final Map<Endpoint, Endpoint> aliases = new LinkedHashMap<>();

  private ProxyServer(Listeners listeners, ProxyCounters counters, ProxyDoors doors)
      throws BindException {
    this.listeners = listeners;
    this.counters = counters;
    mixed = listeners.open(doors.mixed(), Reception.MIXED);
    tls = open(doors.tls(), Reception.TLS);
    http = open(doors.http(), Reception.HTTP);
    for (ProxyDoors.Alias alias : doors.aliases()) {
      Endpoint to = alias.advertised();
      aliases.put(to, listeners.open(alias.door(), Reception.alias(to)));
    }
  }

  private Optional<Endpoint> open(Optional<ProxyDoors.Door> door, Reception reception)
      throws BindException {
    return door.isPresent() ? Optional.of(listeners.open(door.get(), reception)) : Optional.empty();
  }

  /**
   * Begins to listen on every door.
   *
   * @throws BindException if an address cannot be had, named in the message; then none is open
   */
  public static ProxyServer start(
      Transport transport,
      ProxyDoors doors,
      ProxyWorld world,
      Enforcement enforcement,
      ProxyLimits limits)
      throws BindException {
    ProxyCounters counters = new ProxyCounters();
    Surroundings surroundings =
        new Surroundings(
            world,
            enforcement,
            limits,
            counters,
            Connector.of(transport, limits),
            DatagramSockets.of(transport),
            new Crowd(limits.datagrams().associations()));
    Listeners listeners = new Listeners(transport, surroundings);
    try {
      return new ProxyServer(listeners, counters, doors);
    } catch (BindException e) {
      listeners.close();
      throw e;
    }
  }

  /** As the other, with a mixed port alone. */
  public static ProxyServer start(
      Transport transport,
      Endpoint bind,
      ProxyWorld world,
      Enforcement enforcement,
      ProxyLimits limits)
      throws BindException {
    return start(transport, ProxyDoors.mixed(bind), world, enforcement, limits);
  }

  /** Where the mixed port listens. */
  public Endpoint address() {
    return mixed;
  }

  /** Where the transparent port for TLS listens, if there is one. */
  public Optional<Endpoint> tls() {
    return tls;
  }

  /** Where the transparent port for plain HTTP listens, if there is one. */
  public Optional<Endpoint> http() {
    return http;
  }

  /** Where the alias of this advertised endpoint listens, if there is one. */
  public Optional<Endpoint> alias(Endpoint advertised) {
    return Optional.ofNullable(aliases.get(advertised));
  }

  /** What it did so far. */
  public ProxyCounters counters() {
    return counters;
  }

  /**
   * Closes the listeners and every connection, and waits for that at most two seconds; not to be
   * called on an event loop. Idempotent.
   */
  @Override
  public void close() {
    listeners.close();
  }
}

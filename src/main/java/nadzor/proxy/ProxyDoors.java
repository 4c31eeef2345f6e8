package nadzor.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * Where one network's proxy listens. Every door has the same judge. Immutable.
 *
 * @param mixed HTTP CONNECT, absolute-form HTTP, SOCKS4/4a and SOCKS5
 * @param tls a transparent port for TLS: the destination is the SNI's, on port 443
 * @param http a transparent port for plain HTTP: the destination is the Host's, on port 80
 * @param aliases ports that all lead to one destination each
 */
public record ProxyDoors(Door mixed, Optional<Door> tls, Optional<Door> http, List<Alias> aliases) {
  /**
   * One listener.
   *
   * @param bind port 0 takes any that is free
   * @param proxyProtocol whether every connection begins with a PROXY protocol header (version 2,
   *     or 1), whose source address becomes the flow's client; only loopback peers may send one
   */
  public record Door(Endpoint bind, boolean proxyProtocol) {
    /** Clients connect to it themselves. */
    public static Door at(Endpoint bind) {
      return new Door(bind, false);
    }

    /** Clients come through a balancer. */
    public static Door behindBalancer(Endpoint bind) {
      return new Door(bind, true);
    }
  }

  /**
   * A port that leads to one destination.
   *
   * @param advertised what the judge knows it by, and the world's route leads from
   */
  public record Alias(Door door, Endpoint advertised) {}

  /** Copies the list. */
  public ProxyDoors {
    aliases = List.copyOf(aliases);
  }

  /** A mixed port alone. */
  public static ProxyDoors mixed(Endpoint bind) {
    return new ProxyDoors(Door.at(bind), Optional.empty(), Optional.empty(), List.of());
  }

  /** The same with a transparent port for TLS. */
  public ProxyDoors withTls(Endpoint bind) {
    return new ProxyDoors(mixed, Optional.of(Door.at(bind)), http, aliases);
  }

  /** The same with a transparent port for plain HTTP. */
  public ProxyDoors withHttp(Endpoint bind) {
    return new ProxyDoors(mixed, tls, Optional.of(Door.at(bind)), aliases);
  }

  /** The same for clients who come through a balancer; its aliases they reach themselves. */
  public ProxyDoors behindBalancer() {
    return new ProxyDoors(
        Door.behindBalancer(mixed.bind()),
        tls.map(door -> Door.behindBalancer(door.bind())),
        http.map(door -> Door.behindBalancer(door.bind())),
        aliases);
  }

  /** The same with one more port that leads to one destination. */
  public ProxyDoors withAlias(Endpoint bind, Endpoint advertised) {
    List<Alias> more = new ArrayList<>(aliases);
    more.add(new Alias(Door.at(bind), advertised));
    return new ProxyDoors(mixed, tls, http, more);
  }
}

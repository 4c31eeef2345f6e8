package nadzor.lab;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.censor.Profile;

/**
 * A network to be started. Immutable.
 *
 * @param name its name
 * @param profile how it enforces
 * @param bind the address its clients are given; empty: the next of 127.30.n.1
 * @param resolverPort UDP and TCP; 0 takes one that is free
 * @param proxyPort 0 takes one that is free
 * @param ipv6 resolver and proxy on {@code ::1} too, on free ports
 * @param behindBalancer whether every connection to the proxy, its transparent ports too, begins
 *     with a PROXY protocol header, whose source becomes the flow's client
 */
public record NetworkSpec(
    String name,
    Profile profile,
    Optional<InetAddress> bind,
    int resolverPort,
    int proxyPort,
    boolean ipv6,
    boolean behindBalancer) {
  /** On IPv4 alone. */
  public NetworkSpec(
      String name, Profile profile, Optional<InetAddress> bind, int resolverPort, int proxyPort) {
    this(name, profile, bind, resolverPort, proxyPort, false, false);
  }

  /** On addresses of its own, on free ports. */
  public static NetworkSpec of(String name, Profile profile) {
    return new NetworkSpec(name, profile, Optional.empty(), 0, 0);
  }

  /** The same on IPv6 too, where the host has it; where not, the laboratory says so. */
  public NetworkSpec withIpv6() {
    return new NetworkSpec(name, profile, bind, resolverPort, proxyPort, true, behindBalancer);
  }

  /** The same for clients who come through a balancer that names them. */
  public NetworkSpec withBalancer() {
    return new NetworkSpec(name, profile, bind, resolverPort, proxyPort, ipv6, true);
  }

  NetworkSpec withoutIpv6() {
    return new NetworkSpec(name, profile, bind, resolverPort, proxyPort, false, behindBalancer);
  }
}

package nadzor.proxy;

import java.time.Duration;

/**
 * How much one client may ask of a proxy in datagrams. Immutable.
 *
 * @param associations how many UDP associations one client address may have at once
 * @param flows how many flows one association may have at once, names that are still being resolved
 *     included; datagrams to further destinations are lost
 * @param idle how long a flow lives without a datagram either way (RFC 4787 REQ-5: two minutes at
 *     least); an association without one lives as long as {@link ProxyLimits#idle()}
 * @param heldOctets what waits in each direction of a flow, for a name, a delay or a rate; further
 *     datagrams are lost
 */
public record DatagramLimits(int associations, int flows, Duration idle, int heldOctets) {
  /** Enough for a browser. */
  public static final DatagramLimits STANDARD =
      new DatagramLimits(16, 256, Duration.ofMinutes(2), 128 * 1024);
}

package nadzor.proxy;

import java.time.Duration;

/**
 * How much one client, and all of them, may ask of a proxy. Heads are bounded by {@link
 * nadzor.wire.HttpHeadParser} besides. Immutable.
 *
 * @param connections how many clients at once; more are closed as they come
 * @param opening from the accept until the whole request is here
 * @param connect from the request until the upstream connection stands, resolving included
 * @param idle without an octet either way
 * @param farewell for the client to take a last answer and leave
 * @param bufferOctets what waits for a slow reader, in octets for each direction, before its source
 *     is no longer read; one read more may lie on top
 * @param datagrams the same for UDP
 */
public record ProxyLimits(
    int connections,
    Duration opening,
    Duration connect,
    Duration idle,
    Duration farewell,
    int bufferOctets,
    DatagramLimits datagrams) {
  /** Generous for a class room, tight enough for a stray client. */
  public static final ProxyLimits STANDARD =
      new ProxyLimits(
          8_192,
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofMinutes(5),
          Duration.ofSeconds(2),
          256 * 1024);

  /** With what is usual for datagrams. */
  public ProxyLimits(
      int connections,
      Duration opening,
      Duration connect,
      Duration idle,
      Duration farewell,
      int bufferOctets) {
    this(connections, opening, connect, idle, farewell, bufferOctets, DatagramLimits.STANDARD);
  }
}

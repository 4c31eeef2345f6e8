package nadzor.wire;

import java.util.Optional;

/**
 * What a SOCKS client asks for.
 *
 * @param command 1 is CONNECT, 3 is UDP ASSOCIATE
 * @param target where to; for UDP ASSOCIATE where the client's datagrams will come from, often
 *     0.0.0.0:0 for "not known yet"; empty where its address type is unknown
 */
public record SocksRequest(int command, Optional<Target> target) {
  /** The command that asks for a connection. */
  public static final int CONNECT = 1;

  /** The command that asks for a relay of datagrams (RFC 1928 section 4). */
  public static final int UDP_ASSOCIATE = 3;
}

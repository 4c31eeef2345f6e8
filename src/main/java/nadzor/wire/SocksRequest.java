package nadzor.wire;

import java.util.Optional;

/**
 * What a SOCKS client asks for.
 *
 * @param command 1 is CONNECT
 * @param target where to; empty where its address type is unknown
 */
public record SocksRequest(int command, Optional<Target> target) {
  /** The command that asks for a connection. */
  public static final int CONNECT = 1;
}

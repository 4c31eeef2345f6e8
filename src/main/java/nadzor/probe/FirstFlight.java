package nadzor.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a technique writes the ClientHello to the socket. */
public enum FirstFlight {
  /** In one write. */
  WHOLE,
  /** In two writes, cut in the middle of the server name; without a name, in the middle. */
  CUT_IN_NAME;

  private static final int HANDSHAKE_RECORD = 22;

  /** The pieces of one flight of the handshake, in order; together they are the flight. */
  List<byte[]> pieces(byte[] flight, Optional<String> serverName) {
    boolean readable = flight.length > 1 && flight[0] == HANDSHAKE_RECORD;
    int at = this == WHOLE || !readable ? 0 : cutAt(flight, serverName);
    if (at == 0) {
      return List.of(flight);
    }
    return List.of(Arrays.copyOf(flight, at), Arrays.copyOfRange(flight, at, flight.length));
  }

  /** Where the second piece starts; 0 if the flight does not hold the name. */
  private static int cutAt(byte[] flight, Optional<String> serverName) {
    if (serverName.isEmpty()) {
      return flight.length / 2;
    }
    byte[] name = serverName.get().getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i + name.length <= flight.length; i++) {
      if (Arrays.equals(flight, i, i + name.length, name, 0, name.length)) {
        return i + name.length / 2;
      }
    }
    return 0;
  }
}

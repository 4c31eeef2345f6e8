package nadzor.probe;

import java.nio.ByteBuffer;
import java.util.Map;
import nadzor.flow.Endpoint;

/** The client's side of SOCKS5 without authentication (RFC 1928), CONNECT by address. */
final class SocksClient {
  private static final byte VERSION = 5;
  private static final byte CONNECT = 1;
  private static final byte IPV4 = 1;
  private static final byte NAME = 3;
  private static final byte IPV6 = 4;
  private static final int IPV4_OCTETS = 4;
  private static final int IPV6_OCTETS = 16;

  /** RFC 1928 section 6; TTL expired is what proxies say when the far side is silent. */
  private static final Map<Integer, Failure.Name> REPLIES =
      Map.of(
          3, Failure.Name.NETWORK_UNREACHABLE,
          4, Failure.Name.HOST_UNREACHABLE,
          5, Failure.Name.CONNECTION_REFUSED,
          6, Failure.Name.GENERIC_TIMEOUT_ERROR);

  private final ByteLine line;
  private final Deadline until;

  private SocksClient(ByteLine line, Deadline until) {
    this.line = line;
    this.until = until;
  }

  /**
   * A connection to {@code target} through {@code proxy}. Fails with {@code network_down} where the
   * proxy itself cannot be used, else with what happened to the connection.
   */
  static TcpLine open(Source from, Endpoint proxy, Endpoint target, Deadline until) throws Failed {
    TcpLine line = reach(from, proxy, until);
    boolean open = false;
    try {
      SocksClient client = new SocksClient(line, until);
      client.greet();
      client.connect(target);
      open = true;
      return line;
    } finally {
      if (!open) {
        line.close();
      }
    }
  }

  private static TcpLine reach(Source from, Endpoint proxy, Deadline until) throws Failed {
    try {
      return TcpLine.open(from, proxy, until);
    } catch (Failed e) {
      throw down(e.failure());
    }
  }

  private void greet() throws Failed {
    try {
      line.write(ByteBuffer.wrap(new byte[] {VERSION, 1, 0}), until);
      byte[] choice = line.take(2, until);
      if (choice[0] != VERSION || choice[1] != 0) {
        throw new Failed(Failure.Name.NETWORK_DOWN, "the proxy does not speak SOCKS5");
      }
    } catch (Failed e) {
      throw down(e.failure());
    }
  }

  private static Failed down(Failure failure) {
    return failure.isOfTheInstrument()
        ? new Failed(failure)
        : new Failed(Failure.Name.NETWORK_DOWN, "the proxy: " + failure.text());
  }

  private void connect(Endpoint target) throws Failed {
    byte[] address = target.address().getAddress();
    ByteBuffer request = ByteBuffer.allocate(6 + address.length);
    request.put(VERSION).put(CONNECT).put((byte) 0);
    request.put(address.length == IPV4_OCTETS ? IPV4 : IPV6).put(address);
    request.putShort((short) target.port()).flip();
    line.write(request, until);
    byte[] reply = line.take(4, until);
    if (reply[0] != VERSION) {
      throw new Failed(Failure.Name.UNKNOWN_FAILURE, "no SOCKS5 reply");
    }
    judge(reply[1] & 0xff);
    line.take(boundOctets(reply[3]), until);
  }

  private static void judge(int code) throws Failed {
    if (code != 0) {
      Failure.Name name = REPLIES.getOrDefault(code, Failure.Name.UNKNOWN_FAILURE);
      throw new Failed(name, "SOCKS5 reply " + code);
    }
  }

  /** Address and port that follow the reply; nobody needs them. */
  private int boundOctets(byte kind) throws Failed {
    int address =
        switch (kind) {
          case IPV4 -> IPV4_OCTETS;
          case IPV6 -> IPV6_OCTETS;
          case NAME -> line.take(1, until)[0] & 0xff;
          default -> throw new Failed(Failure.Name.UNKNOWN_FAILURE, "SOCKS5 address type " + kind);
        };
    return address + 2;
  }
}

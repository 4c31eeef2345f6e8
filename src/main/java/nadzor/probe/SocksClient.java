package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;

/** The client's side of SOCKS5 without authentication (RFC 1928). */
final class SocksClient {
  static final byte IPV4 = 1;
  static final byte NAME = 3;
  static final byte IPV6 = 4;
  static final int IPV4_OCTETS = 4;
  static final int IPV6_OCTETS = 16;
  private static final byte VERSION = 5;
  private static final byte CONNECT = 1;
  private static final byte UDP_ASSOCIATE = 3;

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
      client.greetOurs();
      client.request(CONNECT, address(target.address().getAddress()), target.port());
      open = true;
      return line;
    } finally {
      if (!open) {
        line.close();
      }
    }
  }

  /** Asks a relay behind {@code line} for a connection to a name. */
  static void through(ByteLine line, DomainName host, int port, Deadline until) throws Failed {
    SocksClient client = new SocksClient(line, until);
    client.greet();
    byte[] name = host.text().getBytes(StandardCharsets.US_ASCII);
    client.request(CONNECT, Octets.join(new byte[] {NAME, (byte) name.length}, name), port);
  }

  /** Where datagrams are taken for as long as {@code line}, a connection to the proxy, is open. */
  static Endpoint associate(ByteLine line, Deadline until) throws Failed {
    SocksClient client = new SocksClient(line, until);
    client.greetOurs();
    try {
      return client.request(UDP_ASSOCIATE, address(new byte[IPV4_OCTETS]), 0);
    } catch (Failed e) {
      throw down(e.failure());
    }
  }

  /** A connection to the network's own proxy; what fails there is the instrument's. */
  static TcpLine reach(Source from, Endpoint proxy, Deadline until) throws Failed {
    try {
      return TcpLine.open(from, proxy, until);
    } catch (Failed e) {
      throw down(e.failure());
    }
  }

  private void greetOurs() throws Failed {
    try {
      greet();
    } catch (Failed e) {
      throw down(e.failure());
    }
  }

  private void greet() throws Failed {
    line.write(ByteBuffer.wrap(new byte[] {VERSION, 1, 0}), until);
    byte[] choice = line.take(2, until);
    if (choice[0] != VERSION || choice[1] != 0) {
      throw new Failed(Failure.Name.UNKNOWN_FAILURE, "does not speak SOCKS5");
    }
  }

  private static Failed down(Failure failure) {
    return failure.isOfTheInstrument()
        ? new Failed(failure)
        : new Failed(Failure.Name.NETWORK_DOWN, "the proxy: " + failure.text());
  }

  /** Type and octets of an address. */
  static byte[] address(byte[] octets) {
    return Octets.join(new byte[] {octets.length == IPV4_OCTETS ? IPV4 : IPV6}, octets);
  }

  private Endpoint request(byte command, byte[] address, int port) throws Failed {
    ByteBuffer request = ByteBuffer.allocate(5 + address.length);
    request.put(VERSION).put(command).put((byte) 0).put(address).putShort((short) port).flip();
    line.write(request, until);
    byte[] reply = line.take(4, until);
    if (reply[0] != VERSION) {
      throw new Failed(Failure.Name.UNKNOWN_FAILURE, "no SOCKS5 reply");
    }
    judge(reply[1] & 0xff);
    return bound(reply[3]);
  }

  private static void judge(int code) throws Failed {
    if (code != 0) {
      Failure.Name name = REPLIES.getOrDefault(code, Failure.Name.UNKNOWN_FAILURE);
      throw new Failed(name, "SOCKS5 reply " + code);
    }
  }

  /** Address and port that follow the reply; a name there means nothing to us. */
  private Endpoint bound(byte kind) throws Failed {
    int length =
        switch (kind) {
          case IPV4 -> IPV4_OCTETS;
          case IPV6 -> IPV6_OCTETS;
          case NAME -> line.take(1, until)[0] & 0xff;
          default -> throw new Failed(Failure.Name.UNKNOWN_FAILURE, "SOCKS5 address type " + kind);
        };
    byte[] octets = line.take(length, until);
    int port = Short.toUnsignedInt(ByteBuffer.wrap(line.take(2, until)).getShort());
    return SocksUdp.endpoint(kind == NAME ? new byte[IPV4_OCTETS] : octets, port);
  }
}

package nadzor.flow;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An address with a port. Immutable; never resolves a name. */
public record Endpoint(InetAddress address, int port) {
  /** Checks the port's range. */
  public Endpoint {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }

  /** The same as a socket address. */
  public InetSocketAddress toSocketAddress() {
    return new InetSocketAddress(address, port);
  }

  /** From a socket address that is resolved. */
  public static Endpoint of(InetSocketAddress socketAddress) {
    return new Endpoint(socketAddress.getAddress(), socketAddress.getPort());
  }

  /**
   * From an address literal and a port, as {@code Endpoint.of("127.10.0.1", 443)}.
   *
   * @throws IllegalArgumentException if the text is no address literal
   */
  public static Endpoint of(String literal, int port) {
    return new Endpoint(Addresses.parse(literal), port);
  }

  /** {@code host:port}, an IPv6 host in brackets. */
  @Override
  public String toString() {
    String host = address.getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}

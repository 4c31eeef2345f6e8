package nadzor.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** Reads who is at the other end of a socket. */
final class Peers {
  private Peers() {}

  /** Without the IPv6 scope that a socket adds: a flow's address is the same with and without. */
  static Endpoint of(SocketAddress address) {
    InetSocketAddress socket = (InetSocketAddress) address;
    InetAddress bare = Addresses.ofOctets(socket.getAddress().getAddress());
    return new Endpoint(bare, socket.getPort());
  }
}

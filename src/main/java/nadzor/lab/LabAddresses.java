package nadzor.lab;

import java.net.InetAddress;
import nadzor.flow.Addresses;

/** The plan of the loopback laboratory's addresses. */
final class LabAddresses {
  /** Networks are numbered from 1, each with a /24 of 127.30.0.0/16. */
  static final int MAX_NETWORKS = 254;

  /** The authority of the world's names. */
  static final InetAddress AUTHORITY = Addresses.parse("127.20.0.1");

  /** The truthful resolver abroad. */
  static final InetAddress FOREIGN_RESOLVER = Addresses.parse("127.20.0.2");

  /** The truthful relay abroad. */
  static final InetAddress FOREIGN_RELAY = Addresses.parse("127.20.0.3");

  /** The IPv6 loopback address: there is one only, so all networks share it. */
  static final InetAddress LOOPBACK6 = Addresses.parse("::1");

  private static final InetAddress NETWORKS = Addresses.parse("127.30.0.0");
  private static final int GATE = 1;
  private static final int FOREIGN_ALIAS = 2;
  private static final int BLOCK_PAGE = 80;

  private LabAddresses() {}

  /** Resolver and proxy of network {@code n}. */
  static InetAddress gate(int n) {
    return inNetwork(n, GATE);
  }

  /** The foreign resolver as network {@code n} reaches it. */
  static InetAddress foreignAlias(int n) {
    return inNetwork(n, FOREIGN_ALIAS);
  }

  /** The block page of network {@code n}. */
  static InetAddress blockPage(int n) {
    return inNetwork(n, BLOCK_PAGE);
  }

  private static InetAddress inNetwork(int n, int host) {
    return Addresses.plus(NETWORKS, n * 256 + host);
  }
}

package nadzor.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where transfers may go: to this machine, or within private networks where those are named. */
final class TransferAddress {
  private static final int UNIQUE_LOCAL = 0xfc;

  private TransferAddress() {}

  /**
   * The same address.
   *
   * @throws IllegalArgumentException for a public or wildcard one, or a name without an address
   */
  static InetSocketAddress check(InetSocketAddress where) {
    InetAddress address = where.getAddress();
    boolean resolved = !where.isUnresolved();
    boolean inside =
        resolved
            && !address.isAnyLocalAddress()
            && (address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || isUniqueLocal(address));
    if (!inside) {
      throw new IllegalArgumentException(
          "found "
              + where
              + ", expected a loopback or private address: the laboratory stays on its machine");
    }
    return where;
  }

  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
  }
}

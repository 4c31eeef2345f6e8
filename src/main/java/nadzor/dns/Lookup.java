package nadzor.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;

/** What came of resolving a name. Immutable. */
public sealed interface Lookup {
  /**
   * Addresses, IPv4 before IPv6, in the order of the answers.
   *
   * @param addresses one or more
   */
  record Found(List<InetAddress> addresses) implements Lookup {
    /** Copies the list. */
    public Found {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * No address.
   *
   * @param failure why
   * @param extendedError the INFO-CODE of an Extended DNS Error (RFC 8914), where there was one
   */
  record Failed(Failure failure, OptionalInt extendedError) implements Lookup {}

  /** Why there is no address, the most telling first. */
  enum Failure {
    /** The name does not exist. */
    NXDOMAIN,
    /** The resolver refuses. */
    REFUSED,
    /** The resolver fails, or says what nobody expects. */
    SERVFAIL,
    /** No usable answer came in time. */
    TIMEOUT,
    /** The name exists and has no address. */
    NODATA
  }
}

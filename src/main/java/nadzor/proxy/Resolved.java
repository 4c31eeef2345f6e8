package nadzor.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;

/** What a resolver made of a name. Immutable. */
public sealed interface Resolved {
  /**
   * It answered.
   *
   * @param list in the order of preference; empty where the name has no address
   */
  record Addresses(List<InetAddress> list) implements Resolved {
    /** Copies the list. */
    public Addresses {
      list = List.copyOf(list);
    }
  }

  /**
   * It answered with an error.
   *
   * @param rcode as in the IANA registry: 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED
   * @param extendedError the INFO-CODE of an Extended DNS Error (RFC 8914), where one came
   */
  record Failed(int rcode, OptionalInt extendedError) implements Resolved {}

  /** It did not answer in time. */
  record Silent() implements Resolved {}
}

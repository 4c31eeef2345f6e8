package nadzor.dns;

import java.net.InetSocketAddress;
import nadzor.flow.DnsAsking;
import nadzor.wire.DnsQuery;

/**
 * The channel that a message came in on, showing its client for as long as the message is being
 * served: nothing is allocated for an answer that goes out at once.
 */
interface Asker {
  /** How its messages travel. */
  DnsAsking asking();

  /** Who sent the message. */
  InetSocketAddress client();

  /** The most octets that an answer to this query may have. */
  int limit(DnsQuery query);

  /** The way back to this client for an answer that comes later, for one use. */
  ReturnPath later();
}

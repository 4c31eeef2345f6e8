package nadzor.probe;

import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;

/** One way to carry a question to a resolver. Used for one visit, by one thread. */
interface DnsExchange {
  /** Whom it asks. */
  Endpoint resolver();

  /** In OONI's words (df-002): {@code udp}, {@code tcp}, {@code dot}, {@code doh}. */
  String engine();

  /** Asks once; fails where no answer to this question came in time. */
  DnsReply exchange(Message query, Deadline until) throws Failed;
}

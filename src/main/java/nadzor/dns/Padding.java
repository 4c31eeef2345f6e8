package nadzor.dns;

import java.util.Arrays;
import nadzor.flow.DnsAsking;
import nadzor.wire.DnsQuery;

/**
 * The EDNS padding option (RFC 7830) in blocks for responses (RFC 8467 section 4.1): where the
 * query was padded, and only on the doors that encrypt.
 */
final class Padding {
  /** The block of RFC 8467 for responses, in octets. */
  static final int BLOCK = 468;

  private static final int FIXED = 4;

  private Padding() {}

  /** Whether the answer to this query is to be padded. */
  static boolean isDue(DnsQuery query) {
    DnsAsking asking = query.question().asking();
    return (asking == DnsAsking.TLS || asking == DnsAsking.HTTPS)
        && query.hasOption(Dns.OPTION_PADDING);
  }

  /** The most octets that {@link #append} adds. */
  static int room() {
    return FIXED + BLOCK - 1;
  }

  /**
   * Adds the option to the OPT that ends a message.
   *
   * @param opt where the OPT starts
   * @param length where it ends
   * @param limit the most octets that the message may have; nothing is added where it is too small
   * @return the new length
   */
  static int append(byte[] message, int opt, int length, int limit) {
    int blocks = (length + FIXED + BLOCK - 1) / BLOCK;
    int padded = Math.min(blocks * BLOCK, limit);
    if (padded < length + FIXED) {
      return length;
    }
    Dns.u16(message, length, Dns.OPTION_PADDING);
    Dns.u16(message, length + 2, padded - length - FIXED);
    Arrays.fill(message, length + FIXED, padded, (byte) 0);
    int data = opt + Dns.OPT_LENGTH;
    Dns.u16(message, data - 2, padded - data);
    return padded;
  }
}

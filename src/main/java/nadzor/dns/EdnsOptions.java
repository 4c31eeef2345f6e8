package nadzor.dns;

import nadzor.wire.DnsQuery;

/** The options of a query's OPT (RFC 6891 section 6.1.2), looked through in place. */
final class EdnsOptions {
  private EdnsOptions() {}

  /** Whether there is such an option; false, too, where those before it are broken. */
  static boolean has(DnsQuery query, int code) {
    if (!query.hasEdns()) {
      return false;
    }
    byte[] octets = query.buffer();
    int at = query.start() + query.ednsPosition() + Dns.OPT_LENGTH;
    int end = Math.min(at + Dns.u16(octets, at - 2), query.start() + query.length());
    while (at + 4 <= end) {
      if (Dns.u16(octets, at) == code) {
        return true;
      }
      at += 4 + Dns.u16(octets, at + 2);
    }
    return false;
  }
}

package nadzor.dns;

import java.nio.charset.StandardCharsets;
import nadzor.wire.DnsQuery;

/**
 * Writes the SOA of a restricted answer without records (RFC 2308 section 3), in place. The zone is
 * a laboratory's: the name itself where it exists and has nothing of the type (NODATA), its parent
 * where it does not exist (NXDOMAIN). The serial is the number of the blocklist version that ruled.
 */
final class NegativeAuthority {
  private static final int REFRESH = 3600;
  private static final int RETRY = 600;
  private static final int EXPIRE = 86_400;
  private static final int FIXED = 12;
  private static final byte[] NAMES = names("ns.nadzor.test", "hostmaster.nadzor.test");

  /** The octets of the record: its owner is a pointer. */
  static final int LENGTH = FIXED + NAMES.length + 20;

  private NegativeAuthority() {}

  /**
   * Writes one record.
   *
   * @param rcode that of the answer: 0 or 3
   * @param seconds for which the answer may be kept: its TTL and MINIMUM
   * @return the offset after it
   */
  static int write(byte[] out, int at, DnsQuery query, int rcode, long serial, int seconds) {
    Dns.u16(out, at, 0xc000 | (rcode == Dns.NXDOMAIN ? parent(query) : Dns.HEADER));
    Dns.u16(out, at + 2, Dns.SOA);
    Dns.u16(out, at + 4, Dns.CLASS_IN);
    Dns.u32(out, at + 6, seconds);
    Dns.u16(out, at + 10, LENGTH - FIXED);
    System.arraycopy(NAMES, 0, out, at + FIXED, NAMES.length);
    int numbers = at + FIXED + NAMES.length;
    Dns.u32(out, numbers, serial);
    Dns.u32(out, numbers + 4, REFRESH);
    Dns.u32(out, numbers + 8, RETRY);
    Dns.u32(out, numbers + 12, EXPIRE);
    Dns.u32(out, numbers + 16, seconds);
    return numbers + 20;
  }

  /** The offset after the question's first label; the root has none. */
  private static int parent(DnsQuery query) {
    int label = query.buffer()[query.start() + Dns.HEADER];
    return label == 0 ? Dns.HEADER : Dns.HEADER + 1 + label;
  }

  private static byte[] names(String primary, String mailbox) {
    // A dot becomes the next label's length: dot, name, dot is the form of the wire.
    byte[] octets = ("." + primary + ".." + mailbox + ".").getBytes(StandardCharsets.US_ASCII);
    int length = 0;
    for (int i = octets.length - 1; i >= 0; i--) {
      boolean dot = octets[i] == '.';
      if (dot) {
        octets[i] = (byte) length;
      }
      length = dot ? 0 : length + 1;
    }
    return octets;
  }
}

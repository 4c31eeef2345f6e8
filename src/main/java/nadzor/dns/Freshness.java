package nadzor.dns;

import java.util.Arrays;

/** For how long an HTTP cache may keep an answer (RFC 8484 section 5.1). */
final class Freshness {
  /** Not at all. */
  static final String NONE = "no-store";

  private Freshness() {}

  /** The value of {@code Cache-Control} for the first {@code length} octets. */
  static String of(byte[] message, int length, boolean restricted) {
    int rcode = Dns.u16(message, 2) & Dns.RCODE;
    boolean kept = rcode == Dns.NOERROR || rcode == Dns.NXDOMAIN;
    return restricted || !kept ? NONE : "max-age=" + leastTtl(message, length);
  }

  /** Of the answer section, or the SOA where that is empty; 0 where there is neither. */
  private static long leastTtl(byte[] message, int length) {
    RecordCursor cursor = new RecordCursor(Arrays.copyOf(message, length));
    long least = Long.MAX_VALUE;
    while (cursor.next()) {
      boolean answers = cursor.section() == RecordCursor.Section.ANSWER;
      boolean denies =
          cursor.section() == RecordCursor.Section.AUTHORITY
              && cursor.type() == Dns.SOA
              && cursor.dataLength() >= 22
              && Dns.u16(message, 6) == 0;
      if (answers || denies) {
        least = Math.min(least, cursor.ttl());
      }
      if (denies) {
        least = Math.min(least, cursor.soaMinimum());
      }
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }
}

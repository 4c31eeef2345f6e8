package nadzor.wire;

import nadzor.flow.NameView;

/**
 * Reads the query of one datagram (or of one RFC 7766 frame) in place. It never throws on what the
 * octets say, never allocates, and looks at most at {@value #MAX_RECORDS} records.
 *
 * <p>Exactly one question is taken (RFC 9619); its name may not be compressed, and it reaches the
 * view in lower case while the message keeps the client's own spelling for the echo
 * (draft-vixie-dnsext-dns0x20). A dot <em>inside</em> a label becomes an octet that stands in no
 * host name, so that {@code www\.example.org} is never taken for {@code www.example.org}.
 *
 * <p>Stateless; thread-safe as long as the view is not shared.
 */
public final class DnsQuestionParser {
  /** The octets of a message header. */
  public static final int HEADER = 12;

  /** More records than this in one query are refused. */
  public static final int MAX_RECORDS = 16;

  private static final int MAX_NAME = 255;
  private static final int TYPE_OPT = 41;
  private static final byte DOT_IN_LABEL = 0;
  private static final int BROKEN = -1;

  private DnsQuestionParser() {}

  /**
   * Reads {@code length} octets from {@code offset}, which must lie inside the array.
   *
   * @return what it is; the view shows the header wherever there is one, and the question only for
   *     {@link DnsReading#QUESTION}
   */
  public static DnsReading parse(byte[] message, int offset, int length, DnsQuery into) {
    into.begin(message, offset, length);
    if (length < HEADER || (into.flags() & 0x8000) != 0) {
      return DnsReading.NOT_A_QUERY;
    }
    if (into.opcode() != 0) {
      return DnsReading.UNSUPPORTED;
    }
    if (into.u16(4) != 1) {
      return DnsReading.MALFORMED;
    }
    int nameEnd = readName(into);
    if (nameEnd == BROKEN || nameEnd + 4 > length) {
      return DnsReading.MALFORMED;
    }
    into.endQuestion(nameEnd);
    return readRecords(into) ? DnsReading.QUESTION : DnsReading.MALFORMED;
  }

  private static int readName(DnsQuery query) {
    NameView name = query.question().name();
    int at = HEADER;
    while (at < query.length()) {
      int label = query.u8(at++);
      if (label == 0) {
        return at;
      }
      int end = at + label;
      // 0x40 and above are pointers and reserved kinds; the root's octet must still follow.
      if (label > 63 || end >= query.length() || end - HEADER >= MAX_NAME) {
        return BROKEN;
      }
      copyLabel(query, at, end, name);
      at = end;
    }
    return BROKEN;
  }

  private static void copyLabel(DnsQuery query, int from, int to, NameView name) {
    if (!name.isEmpty()) {
      name.append((byte) '.');
    }
    for (int i = from; i < to; i++) {
      byte octet = (byte) query.u8(i);
      name.append(octet == '.' ? DOT_IN_LABEL : octet);
    }
  }

  private static boolean readRecords(DnsQuery query) {
    int before = query.u16(6) + query.u16(8);
    int all = before + query.u16(10);
    if (all > MAX_RECORDS) {
      return false;
    }
    int at = query.questionEnd();
    for (int i = 0; i < all; i++) {
      int fixed = skipName(query, at);
      if (fixed == BROKEN || fixed + 10 > query.length()) {
        return false;
      }
      if (query.u16(fixed) == TYPE_OPT && !takeOpt(query, at, fixed, i >= before)) {
        return false;
      }
      at = fixed + 10 + query.u16(fixed + 8);
      if (at > query.length()) {
        return false;
      }
    }
    return true;
  }

  /** One OPT at most, owned by the root, among the additional records: RFC 6891 section 6.1.1. */
  private static boolean takeOpt(DnsQuery query, int at, int fixed, boolean additional) {
    if (!additional || fixed != at + 1 || query.hasEdns()) {
      return false;
    }
    query.edns(at);
    return true;
  }

  private static int skipName(DnsQuery query, int from) {
    int at = from;
    while (at < query.length() && at - from < MAX_NAME) {
      int label = query.u8(at);
      if (label >= 0xc0) {
        return at + 2;
      }
      if (label > 63) {
        return BROKEN;
      }
      at += 1 + label;
      if (label == 0) {
        return at;
      }
    }
    return BROKEN;
  }
}

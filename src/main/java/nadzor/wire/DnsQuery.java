package nadzor.wire;

import nadzor.flow.DnsQuestion;

/**
 * A DNS query, read in place: a view on the octets that {@link DnsQuestionParser} was given, filled
 * again and again. It means something only until those octets change or the next query is read.
 *
 * <p>Offsets count from the start of the message (RFC 1035 section 4.1). Not thread-safe.
 */
public final class DnsQuery {
  /** Root name, type, class, TTL and length of an OPT record; code and length of an option. */
  private static final int OPT_FIXED = 11;

  private static final int OPTION_FIXED = 4;
  private static final byte[] NO_MESSAGE = new byte[DnsQuestionParser.HEADER];

  private final DnsQuestion question = new DnsQuestion();
  private byte[] message = NO_MESSAGE;
  private int start;
  private int length;
  private int questionEnd;
  private int questionClass;
  private int ednsAt;

  void begin(byte[] octets, int offset, int count) {
    message = octets;
    start = offset;
    length = count;
    questionEnd = 0;
    questionClass = 0;
    ednsAt = 0;
    question.name().clear();
    question.type(0);
  }

  void endQuestion(int nameEnd) {
    question.type(u16(nameEnd));
    questionClass = u16(nameEnd + 2);
    questionEnd = nameEnd + 4;
  }

  void edns(int at) {
    ednsAt = at;
  }

  int u8(int at) {
    return message[start + at] & 0xff;
  }

  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  /** The array that the message lies in, from {@link #start()}; read only. */
  public byte[] buffer() {
    return message;
  }

  /** Where in {@link #buffer()} the message starts. */
  public int start() {
    return start;
  }

  /** How many octets were given. */
  public int length() {
    return length;
  }

  /** The message id. */
  public int id() {
    return u16(0);
  }

  /** The 16 bits after the id: QR, OPCODE, AA, TC, RD, RA, Z, AD, CD, RCODE. */
  public int flags() {
    return u16(2);
  }

  /** The operation; 0 is QUERY. */
  public int opcode() {
    return flags() >> 11 & 0xf;
  }

  /** Name (as dotted lower-case text without the root's dot) and type that are asked for. */
  public DnsQuestion question() {
    return question;
  }

  /** The class that is asked for; 1 is IN. */
  public int questionClass() {
    return questionClass;
  }

  /** The offset after the question; 0 where no question was read. */
  public int questionEnd() {
    return questionEnd;
  }

  /** Whether the query carries an OPT record (RFC 6891). */
  public boolean hasEdns() {
    return ednsAt != 0;
  }

  /** The offset of the OPT record; 0 where there is none. */
  public int ednsPosition() {
    return ednsAt;
  }

  /** The UDP payload that the client takes, in octets: 512 at least, and without EDNS. */
  public int udpSize() {
    return hasEdns() ? Math.max(512, u16(ednsAt + 3)) : 512;
  }

  /** The EDNS version; 0 without EDNS. */
  public int ednsVersion() {
    return hasEdns() ? u8(ednsAt + 6) : 0;
  }

  /** Whether DNSSEC records are wanted (DO, RFC 3225). */
  public boolean dnssecOk() {
    return hasEdns() && (u8(ednsAt + 7) & 0x80) != 0;
  }

  /**
   * Whether the OPT record holds an option of this code (RFC 6891 section 6.1.2). Options that run
   * beyond the record end the search. Never allocates.
   */
  public boolean hasOption(int code) {
    if (!hasEdns()) {
      return false;
    }
    int at = ednsAt + OPT_FIXED;
    int end = at + u16(at - 2);
    while (at + OPTION_FIXED <= end) {
      int after = at + OPTION_FIXED + u16(at + 2);
      if (u16(at) == code && after <= end) {
        return true;
      }
      at = after;
    }
    return false;
  }
}

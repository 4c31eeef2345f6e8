package nadzor.dns;

import java.util.Arrays;
import nadzor.wire.DnsQuery;

/**
 * A query that is kept while its answer is fetched: the client's id, flags and spelling of the
 * name. Immutable.
 */
final class Asked {
  private final byte[] head;
  private final boolean edns;
  private final boolean dnssecOk;
  private final boolean padded;
  private final int limit;

  private Asked(byte[] head, boolean edns, boolean dnssecOk, boolean padded, int limit) {
    this.head = head;
    this.edns = edns;
    this.dnssecOk = dnssecOk;
    this.padded = padded;
    this.limit = limit;
  }

  /** Copies what matters of a query whose answer may have {@code limit} octets. */
  static Asked of(DnsQuery query, int limit) {
    byte[] head =
        Arrays.copyOfRange(query.buffer(), query.start(), query.start() + query.questionEnd());
    return new Asked(head, query.hasEdns(), query.dnssecOk(), Padding.isDue(query), limit);
  }

  int id() {
    return Dns.u16(head, 0);
  }

  int flags() {
    return Dns.u16(head, 2);
  }

  /** The offset after the question, in this and in every answer to it. */
  int questionEnd() {
    return head.length;
  }

  boolean edns() {
    return edns;
  }

  boolean dnssecOk() {
    return dnssecOk;
  }

  /** The most octets that an answer may have. */
  int limit() {
    return limit;
  }

  /** Whether the answer is to be padded. */
  boolean padded() {
    return padded;
  }

  /** Name, type, class and DO: what answers are shared by. */
  AnswerKey key() {
    return new AnswerKey(lowered(), dnssecOk);
  }

  /** Whether the message repeats this question, in whatever case. */
  boolean isEchoedBy(byte[] message) {
    return Question.isSame(head, message, head.length);
  }

  /** Writes the question in the client's own spelling. */
  void echo(byte[] into) {
    System.arraycopy(head, Dns.HEADER, into, Dns.HEADER, head.length - Dns.HEADER);
  }

  /** The query for an upstream: id 0, RD, this question, an OPT of ours (RFC 6891 section 6.2). */
  byte[] forUpstream() {
    byte[] query = Arrays.copyOf(head, head.length + Dns.OPT_LENGTH);
    Dns.u16(query, 0, 0);
    Dns.u16(query, 2, Dns.RD | (flags() & Dns.CD));
    Dns.u32(query, 6, 0);
    Dns.u16(query, 10, 1);
    Dns.opt(query, head.length, 0, dnssecOk);
    return query;
  }

  /** SERVFAIL for this client. */
  byte[] failure(Role role) {
    byte[] answer = Arrays.copyOf(head, head.length);
    Dns.u16(answer, 2, role.flags(Dns.QR | Dns.SERVFAIL, flags()));
    Dns.u32(answer, 6, 0);
    Dns.u16(answer, 10, 0);
    byte[] whole = Arrays.copyOf(answer, head.length + tailRoom());
    return Arrays.copyOf(whole, writeTail(whole, head.length));
  }

  /** The most octets that {@link #writeTail} writes. */
  int tailRoom() {
    return (edns ? Dns.OPT_LENGTH : 0) + (padded ? Padding.room() : 0);
  }

  /** Ends an answer with the OPT that its query wants; returns the offset after it. */
  int writeTail(byte[] out, int at) {
    if (!edns) {
      return at;
    }
    Dns.u16(out, 10, Dns.u16(out, 10) + 1);
    int end = Dns.opt(out, at, 0, dnssecOk);
    return padded ? Padding.append(out, at, end, limit) : end;
  }

  private byte[] lowered() {
    byte[] question = Arrays.copyOfRange(head, Dns.HEADER, head.length);
    // Lengths of labels are below 'A'; type and class, at the end, stay as they are.
    for (int i = 0; i < question.length - 4; i++) {
      question[i] = Question.lower(question[i]);
    }
    return question;
  }
}

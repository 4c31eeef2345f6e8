package nadzor.dns;

import java.util.Arrays;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;

/**
 * A query that is kept while its answer is fetched: with the client's id, flags and spelling of the
 * name. What {@link #of} makes never changes.
 */
final class Asked {
  private byte[] query = new byte[0];
  private int questionEnd;
  private DnsAsking asking = DnsAsking.UDP;
  private boolean edns;
  private boolean dnssecOk;
  private boolean padded;
  private int limit;

  private Asked() {}

  /** Copies a query whose answer may have {@code limit} octets. */
  static Asked of(DnsQuery query, int limit) {
    int from = query.start();
    return new Asked()
        .show(Arrays.copyOfRange(query.buffer(), from, from + query.length()), query, limit);
  }

  /** One to be shown queries that are answered at once, with {@link #show(DnsQuery, int)}. */
  static Asked passing() {
    return new Asked();
  }

  /**
   * Shows a query where it lies, until the next one is: nothing is copied.
   *
   * @param query at the start of its buffer
   */
  Asked show(DnsQuery query, int limit) {
    return show(query.buffer(), query, limit);
  }

  private Asked show(byte[] octets, DnsQuery from, int most) {
    query = octets;
    questionEnd = from.questionEnd();
    asking = from.question().asking();
    edns = from.hasEdns();
    dnssecOk = from.dnssecOk();
    padded = Padding.isDue(from);
    limit = most;
    return this;
  }

  /** Shows the query again as it was shown when it came in. */
  void readInto(DnsQuery view, Place place) {
    view.question().at(asking, place);
    DnsQuestionParser.parse(query, 0, query.length, view);
  }

  int id() {
    return Dns.u16(query, 0);
  }

  int flags() {
    return Dns.u16(query, 2);
  }

  /** The offset after the question, in this and in every answer to it. */
  int questionEnd() {
    return questionEnd;
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
    return Question.isSame(query, message, questionEnd);
  }

  /** Writes the question in the client's own spelling. */
  void echo(byte[] into) {
    System.arraycopy(query, Dns.HEADER, into, Dns.HEADER, questionEnd - Dns.HEADER);
  }

  /** The query for an upstream: id 0, RD, this question, an OPT of ours (RFC 6891 section 6.2). */
  byte[] forUpstream() {
    byte[] upstream = Arrays.copyOf(head(), questionEnd + Dns.OPT_LENGTH);
    Dns.u16(upstream, 0, 0);
    Dns.u16(upstream, 2, Dns.RD | (flags() & Dns.CD));
    Dns.u32(upstream, 6, 0);
    Dns.u16(upstream, 10, 1);
    Dns.opt(upstream, questionEnd, 0, dnssecOk);
    return upstream;
  }

  /** SERVFAIL for this client. */
  byte[] failure(Role role) {
    byte[] answer = head();
    Dns.u16(answer, 2, role.flags(Dns.QR | Dns.SERVFAIL, flags()));
    Dns.u32(answer, 6, 0);
    Dns.u16(answer, 10, 0);
    byte[] whole = Arrays.copyOf(answer, questionEnd + tailRoom());
    return Arrays.copyOf(whole, writeTail(whole, questionEnd));
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

  private byte[] head() {
    return Arrays.copyOf(query, questionEnd);
  }

  private byte[] lowered() {
    byte[] question = Arrays.copyOfRange(query, Dns.HEADER, questionEnd);
    for (int i = 0; i < question.length - AnswerKey.TYPE_AND_CLASS; i++) {
      question[i] = Question.lower(question[i]);
    }
    return question;
  }
}

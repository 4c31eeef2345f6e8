package nadzor.dns;

import java.util.IdentityHashMap;
import nadzor.censor.DnsEffect;
import nadzor.censor.DnsRuling;
import nadzor.wire.DnsQuery;

/**
 * Writes answers that need nobody else: restricted ones and refusals, straight into one array that
 * is used again and again. No dnsjava object is made on the way, and nothing is allocated once an
 * effect has been met: a test counts the octets.
 *
 * <p>The question is echoed in the client's own spelling. A query with EDNS gets an OPT back (RFC
 * 6891), and a restricted one the Extended DNS Error that names decision and case (RFC 8914). What
 * does not fit is left out, records first, and TC is set. Belongs to one event loop.
 */
final class DnsAnswerWriter implements DnsEffect.Visitor<DnsAnswerWriter.Written> {
  /** What there is to send. */
  enum Written {
    /** Nothing was written: the truthful answer is due. */
    TRUTH_IS_DUE,
    /** Nothing was written, and nothing is to be sent. */
    SILENCE,
    /** {@link #length} octets of {@link #octets}. */
    ANSWER
  }

  private static final int ROOM = 4096;
  private static final int EDE_FIXED = 6;
  private static final int NEGATIVE_SECONDS = 10;

  private final byte[] out = new byte[ROOM];
  private final Role role;
  private final ExtraText text = new ExtraText();
  private final IdentityHashMap<DnsEffect.Forge, ForgedRecords> forged = new IdentityHashMap<>();
  private DnsQuery query = new DnsQuery();
  private DnsRuling ruling = new DnsRuling();
  private int limit;
  private int length;

  DnsAnswerWriter(Role role) {
    this.role = role;
  }

  /** Where answers are written; the first {@link #length} octets mean something. */
  byte[] octets() {
    return out;
  }

  /** How many octets the last answer has. */
  int length() {
    return length;
  }

  /** Carries a ruling out in at most {@code most} octets (and {@value #ROOM}). */
  Written restricted(DnsQuery asked, DnsRuling decided, int most) {
    query = asked;
    ruling = decided;
    limit = Math.min(most, ROOM);
    length = 0;
    return decided.effect().accept(this);
  }

  /** An answer without records; without a question, too, where none could be read. */
  void refusal(DnsQuery asked, int rcode) {
    query = asked;
    limit = ROOM;
    int opt = begin(rcode);
    length = opt;
    if (query.hasEdns()) {
      length = Dns.opt(out, opt, rcode >> 4, query.dnssecOk());
      Dns.u16(out, 10, 1);
      pad(opt);
    }
  }

  @Override
  public Written pass() {
    return Written.TRUTH_IS_DUE;
  }

  @Override
  public Written silence() {
    return Written.SILENCE;
  }

  @Override
  public Written truncate() {
    return Written.TRUTH_IS_DUE;
  }

  @Override
  public Written stripEch() {
    return Written.TRUTH_IS_DUE;
  }

  @Override
  public Written delay(DnsEffect.Delay effect) {
    return Written.TRUTH_IS_DUE;
  }

  @Override
  public Written race(DnsEffect.Race effect) {
    return Written.TRUTH_IS_DUE;
  }

  @Override
  public Written rcode(DnsEffect.Rcode effect) {
    int code = effect.code();
    int at = begin(code);
    return code == Dns.NOERROR || code == Dns.NXDOMAIN ? negative(at, code) : finish(at, true);
  }

  @Override
  public Written forge(DnsEffect.Forge effect) {
    ForgedRecords known = forged.computeIfAbsent(effect, ForgedRecords::of);
    int type = query.question().type();
    byte[] records = known.answering(type);
    int at = begin(Dns.NOERROR);
    if (records.length == 0) {
      return negative(at, Dns.NOERROR);
    }
    boolean fits = at + records.length + (query.hasEdns() ? Dns.OPT_LENGTH : 0) <= limit;
    if (fits) {
      System.arraycopy(records, 0, out, at, records.length);
      Dns.u16(out, 6, known.count(type));
      at += records.length;
    }
    return finish(at, fits);
  }

  /** An SOA fits into every answer: name, SOA and OPT take less than 512 octets. */
  private Written negative(int at, int rcode) {
    Dns.u16(out, 8, 1);
    long serial = ruling.version().number();
    return finish(NegativeAuthority.write(out, at, query, rcode, serial, NEGATIVE_SECONDS), true);
  }

  /** Header and question. */
  private int begin(int rcode) {
    int end = query.questionEnd();
    int at = end == 0 ? Dns.HEADER : end;
    System.arraycopy(query.buffer(), query.start(), out, 0, at);
    int flags = role.flags(Dns.QR | (rcode & Dns.RCODE), query.flags());
    Dns.u16(out, 2, flags | (query.flags() & Dns.OPCODE));
    Dns.u16(out, 4, end == 0 ? 0 : 1);
    Dns.u32(out, 6, 0);
    Dns.u16(out, 10, 0);
    return at;
  }

  private Written finish(int from, boolean whole) {
    boolean complete = whole;
    length = from;
    if (query.hasEdns()) {
      Dns.u16(out, 10, 1);
      length = Dns.opt(out, from, 0, query.dnssecOk());
      complete &= extendedError(length, from + Dns.OPT_LENGTH - 2);
      pad(from);
    }
    if (!complete) {
      out[2] |= (byte) (Dns.TC >> 8);
    }
    return Written.ANSWER;
  }

  private void pad(int opt) {
    if (Padding.isDue(query)) {
      length = Padding.append(out, opt, length, limit);
    }
  }

  /** False where there was no room for it: RFC 8914 section 3 then wants TC. */
  private boolean extendedError(int at, int optLengthPlace) {
    int textAt = at + EDE_FIXED;
    if (textAt > limit) {
      return false;
    }
    length = text.write(ruling.rule(), out, textAt, limit);
    Dns.u16(out, at, Dns.OPTION_EDE);
    Dns.u16(out, at + 2, length - at - 4);
    Dns.u16(out, at + 4, ruling.extendedError());
    Dns.u16(out, optLengthPlace, length - at);
    return true;
  }
}

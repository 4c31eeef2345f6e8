package nadzor.dns;

import java.util.IdentityHashMap;
import nadzor.censor.DnsEffect;
import nadzor.censor.DnsRuling;
import nadzor.censor.Profile;
import nadzor.flow.DnsAsking;
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
    /** Nothing was written: the truthful answer is due, as if nothing had been ruled. */
    TRUTH_IS_DUE,
    /** Nothing was written: the truthful answer is due on {@link #terms}. */
    TRUTH_ON_TERMS,
    /** Nothing was written, and nothing is to be sent. */
    SILENCE,
    /** {@link #length} octets of {@link #octets}; later, where {@link #delayNanos} says so. */
    ANSWER,
    /** The same at once, and the truthful answer on {@link #terms}. */
    RACE
  }

  private static final int ROOM = 4096;
  private static final int EDE_FIXED = 6;
  private static final int NEGATIVE_SECONDS = 10;

  private final byte[] out = new byte[ROOM];
  private final Role role;
  private final ExtraText text = new ExtraText();
  private final StructuredText structured = new StructuredText();
  private final IdentityHashMap<DnsEffect.Forge, ForgedRecords> forged = new IdentityHashMap<>();
  private DnsQuery query = new DnsQuery();
  private DnsRuling ruling = new DnsRuling();
  private int limit;
  private int length;
  private boolean stripsEch;
  private long delayNanos;
  private long gapNanos;

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

  /** How much later the last answer is to leave. */
  long delayNanos() {
    return delayNanos;
  }

  /** What was ruled last about the truthful answer. */
  Terms terms() {
    return new Terms(true, stripsEch, delayNanos, gapNanos);
  }

  /** Carries a ruling out in at most {@code most} octets (and {@value #ROOM}). */
  Written restricted(DnsQuery asked, DnsRuling decided, int most) {
    query = asked;
    ruling = decided;
    limit = Math.min(most, ROOM);
    length = 0;
    stripsEch = false;
    delayNanos = 0;
    gapNanos = 0;
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
      if (rcode != Dns.FORMERR) { // into a broken message nobody looks further
        pad(opt);
      }
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
    return isStream() ? Written.TRUTH_IS_DUE : finish(begin(Dns.NOERROR), false);
  }

  @Override
  public Written stripEch() {
    stripsEch = true;
    return Written.TRUTH_ON_TERMS;
  }

  @Override
  public Written delay(DnsEffect.Delay effect) {
    Written then = effect.then().accept(this);
    delayNanos = effect.by().toNanos();
    return then == Written.TRUTH_IS_DUE ? Written.TRUTH_ON_TERMS : then;
  }

  @Override
  public Written race(DnsEffect.Race effect) {
    if (isStream()) {
      return Written.TRUTH_IS_DUE; // an injector cannot write into one
    }
    gapNanos = Math.max(1, effect.gap().toNanos()); // never before the forged one
    effect.forged().accept(this);
    return Written.RACE;
  }

  private boolean isStream() {
    return query.question().asking() != DnsAsking.UDP;
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
    int count = known.count(type);
    int one = records.length / count;
    int first = effect.drawn() ? ruling.draw() % count : 0;
    int shown = effect.drawn() ? 1 : count;
    int end = at + shown * one;
    boolean fits = end + (query.hasEdns() ? Dns.OPT_LENGTH : 0) <= limit;
    if (!fits) {
      return finish(at, false);
    }
    System.arraycopy(records, first * one, out, at, shown * one);
    Dns.u16(out, 6, shown);
    if (isStructuredAsked()) {
      shorten(at, end, one);
    }
    return finish(end, true);
  }

  /** The time to live that goes with a structured error. */
  private void shorten(int from, int to, int one) {
    for (int at = from; at < to; at += one) {
      Dns.u32(out, at + ForgedRecords.TTL_PLACE, NEGATIVE_SECONDS);
    }
  }

  private boolean isStructuredAsked() {
    return ruling.structured().isPresent()
        && query.hasOption(ruling.structured().get().optionCode());
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
    if (ruling.extendedError() == Profile.UNTOLD) {
      return true;
    }
    int textAt = at + EDE_FIXED;
    if (textAt > limit) {
      return false;
    }
    boolean asked = isStructuredAsked();
    length =
        asked
            ? structured.write(ruling.structured().get(), ruling.rule(), out, textAt, limit)
            : text.write(ruling.rule(), out, textAt, limit);
    Dns.u16(out, at, Dns.OPTION_EDE);
    Dns.u16(out, at + 2, length - at - 4);
    Dns.u16(out, at + 4, code(asked));
    Dns.u16(out, optLengthPlace, length - at);
    return true;
  }

  /** Forged Answer is told beside one, and never to who understands structured errors. */
  private int code(boolean structuredAsked) {
    int code = ruling.extendedError();
    boolean empty = out[6] == 0 && out[7] == 0;
    return code == Dns.EDE_FORGED && (structuredAsked || empty) ? Dns.EDE_CENSORED : code;
  }
}

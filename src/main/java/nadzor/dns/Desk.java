package nadzor.dns;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.Optional;
import nadzor.censor.DnsRuling;
import nadzor.censor.Enforcement;
import nadzor.censor.Standing;
import nadzor.flow.Place;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;
import nadzor.wire.DnsReading;

/**
 * What one event loop does with each message, whatever door it came in by: read it in place, judge
 * it first of all, and only then look into the cache or ask the upstream. Belongs to that event
 * loop.
 */
final class Desk {
  /** The longest message that is taken. */
  static final int LONGEST_QUERY = 4096;

  /** The answer comes later, or is silence. */
  static final int NOTHING = 0;

  /** What came in is no query. */
  static final int NO_QUERY = -1;

  /** Too many queries wait. */
  static final int BUSY = -2;

  private final DnsService.Settings settings;
  private final Optional<Enforcement> enforcement;
  private final ResolverCounters counters;
  private final Place place;
  private final boolean readsAnswers;
  private final Errands errands;
  private final EventLoop loop;
  private final byte[] in = new byte[LONGEST_QUERY];
  private final DnsQuery query = new DnsQuery();
  private final AnswerShelf shelf;
  private final QuestionProbe probe = new QuestionProbe();
  private final Asked passing = Asked.passing();
  private final DnsRuling ruling = new DnsRuling();
  private final DnsAnswerWriter writer;
  private Standing standing = Standing.EMPTY;
  private byte[] out;
  private boolean restricted;

  Desk(DnsService.Settings settings, EventLoop loop) {
    this.settings = settings;
    this.loop = loop;
    enforcement = settings.enforcement();
    counters = settings.counters();
    place = settings.place();
    readsAnswers = settings.readsAnswers();
    writer = new DnsAnswerWriter(settings.role());
    shelf = new AnswerShelf(settings.cache());
    errands = new Errands(settings, loop, writer);
    out = writer.octets();
  }

  /** Where messages are put before {@link #serve}. */
  byte[] in() {
    return in;
  }

  /** Where {@link #serve} leaves its answer. */
  byte[] out() {
    return out;
  }

  /** Whether what {@link #serve} left is a ruling's. */
  boolean isRestricted() {
    return restricted;
  }

  /**
   * Serves the first {@code length} octets of {@link #in}.
   *
   * @return how many octets of {@link #out} are to go to the client now; {@link #NOTHING}, {@link
   *     #NO_QUERY} or {@link #BUSY}, none of them positive, where none are
   */
  int serve(int length, Asker asker) {
    counters.countQuery();
    restricted = false;
    query.question().at(asker.asking(), place);
    DnsReading reading = DnsQuestionParser.parse(in, 0, length, query);
    return switch (reading) {
      case QUESTION -> judged(asker);
      case MALFORMED -> refuse(Dns.FORMERR);
      case UNSUPPORTED -> refuse(Dns.NOTIMP);
      case NOT_A_QUERY -> drop(NO_QUERY);
    };
  }

  private int judged(Asker asker) {
    int type = query.question().type();
    if (query.ednsVersion() != 0) {
      return refuse(Dns.BADVERS);
    }
    if (query.questionClass() != Dns.CLASS_IN || type == Dns.AXFR || type == Dns.IXFR) {
      return refuse(Dns.REFUSED);
    }
    if (enforcement.isEmpty()) {
      return truth(asker);
    }
    standing = enforcement.get().standing();
    enforcement.get().judge(standing, query.question(), ruling, asker.client());
    return ruling.isPass() ? passed(enforcement.get(), asker) : ruled(enforcement.get(), asker);
  }

  /** Where answers are judged too, it is their judgement that is told. */
  private int passed(Enforcement by, Asker asker) {
    if (!readsAnswers && by.flows().isWanted()) {
      InetAddress client = asker.client().getAddress();
      by.flows().passed(query.question(), standing.acting(client).number(), client, now());
    }
    return truth(asker);
  }

  private long now() {
    return loop.ticker().nanoTime();
  }

  private int ruled(Enforcement by, Asker asker) {
    DnsAnswerWriter.Written written = writer.restricted(query, ruling, asker.limit(query));
    if (written == DnsAnswerWriter.Written.TRUTH_IS_DUE) {
      return passed(by, asker);
    }
    boolean now =
        written == DnsAnswerWriter.Written.SILENCE
            || (written == DnsAnswerWriter.Written.ANSWER && writer.delayNanos() == 0);
    if (!now && errands.isFull()) {
      return drop(BUSY);
    }
    counters.countRestricted();
    restricted = true;
    report(by, asker.client().getAddress());
    return now ? written() : later(written, asker);
  }

  private void report(Enforcement by, InetAddress client) {
    by.report(query.question(), ruling, client);
    if (by.flows().isWanted()) {
      by.flows().restricted(query.question(), ruling, client, now());
    }
  }

  private int later(DnsAnswerWriter.Written written, Asker asker) {
    if (written == DnsAnswerWriter.Written.ANSWER) {
      errands.delay(writer.octets(), writer.length(), asker.later(), writer.delayNanos());
      return NOTHING;
    }
    errands.fetch(Asked.of(query, asker.limit(query)), asker, standing, writer.terms());
    return written == DnsAnswerWriter.Written.RACE ? written() : NOTHING;
  }

  private int truth(Asker asker) {
    int limit = asker.limit(query);
    if (!readsAnswers && shelf.find(probe.set(query))) {
      counters.countCached();
      return write(shelf.found(), passing.show(query, limit), shelf.seconds());
    }
    if (errands.isFull()) {
      return drop(BUSY);
    }
    Terms terms = readsAnswers && ruling.isExempt() ? Terms.EXEMPT : Terms.PLAIN;
    errands.fetch(Asked.of(query, limit), asker, standing, terms);
    return NOTHING;
  }

  private int refuse(int rcode) {
    counters.countMalformed();
    writer.refusal(query, rcode);
    return written();
  }

  private int drop(int why) {
    counters.countDropped();
    return why;
  }

  private int written() {
    out = writer.octets();
    return writer.length();
  }

  private int write(AnswerView answer, Asked asked, int age) {
    byte[] usual = writer.octets();
    int room = answer.room(asked);
    out = room <= usual.length ? usual : new byte[room];
    return answer.writeTo(out, asked, age, settings.role());
  }
}

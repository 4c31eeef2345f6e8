package nadzor.blocklist;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the reasons of rules come from: lists and profiles (a rule then says which line) and
 * decisions, each kept once under a number, their texts each kept once. Immutable, thread-safe.
 *
 * @param data texts (length, UTF-8) and sources (kind, offsets of their texts) as they came
 * @param offsets of each source in the data, four octets each
 */
record Sources(ByteBuffer data, ByteBuffer offsets) {
  static final byte LIST = 'l';
  static final byte PROFILE = 'p';
  static final byte DECISION = 'd';
  static final byte EXCEPTION = 'x';
  static final int DIGEST = 16;

  private static final int DECISION_TEXTS = 5;

  int count() {
    return offsets.limit() / Integer.BYTES;
  }

  private int at(int source) {
    return offsets.getInt(source * Integer.BYTES);
  }

  /** Whether the reasons of this source have lines. */
  boolean isLined(int source) {
    return data.get(at(source)) != DECISION;
  }

  /** Whether its rules are exceptions. */
  boolean isException(int source) {
    return data.get(at(source)) == EXCEPTION;
  }

  /** The reason of a rule. */
  Reason reason(int source, int line) {
    int at = at(source);
    return switch (data.get(at)) {
      case LIST -> new Reason.OfList(text(at, 0), line);
      case PROFILE -> new Reason.OfProfile(text(at, 0), line);
      case EXCEPTION -> new Reason.OfException(text(at, 0), line);
      case DECISION ->
          new Reason.OfDecision(text(at, 0), text(at, 1), text(at, 2), text(at, 3), text(at, 4));
      default -> throw new IllegalArgumentException("source " + source + " is of no known kind");
    };
  }

  private String text(int at, int which) {
    int reference = at + 1;
    for (int i = 0; i < which; i++) {
      reference = Varint.after(data, reference);
    }
    int from = Varint.get(data, reference);
    byte[] octets = new byte[checkedLength(from)];
    data.get(Varint.after(data, from), octets);
    return new String(octets, StandardCharsets.UTF_8);
  }

  /** Asking beyond the end throws before anything is allocated. */
  private int checkedLength(int from) {
    int length = Varint.get(data, from);
    if (length < 0 || length > data.limit()) {
      throw new IndexOutOfBoundsException("a text of " + length + " octets");
    }
    return length;
  }

  /** What stands for a source in the hash of a rule. */
  byte[] digest(int source) {
    return digest(reason(source, 0));
  }

  static byte[] digest(Reason reason) {
    byte[] whole = Hashing.sha256().hashBytes(canonical(reason)).asBytes();
    return Arrays.copyOf(whole, DIGEST);
  }

  private static byte[] canonical(Reason reason) {
    OctetLog log = new OctetLog().octet(kind(reason));
    for (String text : texts(reason)) {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      log.number(octets.length).octets(octets, 0, octets.length);
    }
    return Arrays.copyOf(log.array(), log.end());
  }

  static byte kind(Reason reason) {
    if (reason instanceof Reason.OfException) {
      return EXCEPTION;
    }
    return reason instanceof Reason.OfList
        ? LIST
        : reason instanceof Reason.OfProfile ? PROFILE : DECISION;
  }

  static String[] texts(Reason reason) {
    if (reason instanceof Reason.OfDecision of) {
      return new String[] {
        of.decision(), of.caseFile(), of.authority(), of.legalBasis(), of.notice()
      };
    }
    if (reason instanceof Reason.OfException exception) {
      return new String[] {exception.file()};
    }
    return new String[] {
      reason instanceof Reason.OfList list ? list.file() : ((Reason.OfProfile) reason).profile()
    };
  }

  static int line(Reason reason) {
    if (reason instanceof Reason.OfException exception) {
      return exception.line();
    }
    return reason instanceof Reason.OfList list
        ? list.line()
        : reason instanceof Reason.OfProfile profile ? profile.line() : 0;
  }

  /** Reads every source once; throws what a damaged one leads to. */
  void check() {
    int texts = 0;
    for (int source = 0; source < count(); source++) {
      byte kind = data.get(at(source));
      texts += reason(source, 0).label().length();
      if (kind == DECISION) {
        texts += text(at(source), DECISION_TEXTS - 1).length();
      }
    }
    if (texts < 0) {
      throw new IllegalArgumentException("texts beyond measure");
    }
  }

  long bytes() {
    return (long) data.limit() + offsets.limit();
  }
}

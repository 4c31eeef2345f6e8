package nadzor.blocklist;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where the reasons of rules come from: lists and profiles (a rule then says which line) and
 * decisions, each kept once under a number, their texts each kept once. A statement that is not
 * written yet stays so: a register has hundreds of thousands, and hardly one is read. Immutable,
 * thread-safe.
 *
 * @param data texts (length, UTF-8) and sources (kind, offsets of their texts) as they came
 * @param offsets of each source in the data, four octets each
 * @param held statements that are written when they are read, by the numbers that sources have
 */
record Sources(ByteBuffer data, ByteBuffer offsets, List<Notice> held) {
  static final byte LIST = 'l';
  static final byte PROFILE = 'p';
  static final byte DECISION = 'd';

  /** A decision whose statement is held; never in a file. */
  static final byte HOLDING = 'h';

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
    byte kind = data.get(at(source));
    return kind != DECISION && kind != HOLDING;
  }

  /** Whether its statement is held. */
  boolean isHolding(int source) {
    return data.get(at(source)) == HOLDING;
  }

  /** The id of a decision. */
  String decision(int source) {
    return text(at(source), 0);
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
      case DECISION -> decision(at, new Notice.Written(text(at, DECISION_TEXTS - 1)));
      case HOLDING -> decision(at, held.get(Varint.get(data, reference(at, DECISION_TEXTS - 1))));
      default -> throw new IllegalArgumentException("source " + source + " is of no known kind");
    };
  }

  private Reason decision(int at, Notice statement) {
    return new Reason.OfDecision(text(at, 0), text(at, 1), text(at, 2), text(at, 3), statement);
  }

  private int reference(int at, int which) {
    int reference = at + 1;
    for (int i = 0; i < which; i++) {
      reference = Varint.after(data, reference);
    }
    return reference;
  }

  private String text(int at, int which) {
    int from = Varint.get(data, reference(at, which));
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

  /** The same under the same numbers, for a file: every statement is written. */
  Sources written() {
    if (held.isEmpty()) {
      return this;
    }
    SourcesBuilder all = new SourcesBuilder();
    for (int source = 0; source < count(); source++) {
      all.add(reason(source, 0));
    }
    return all.build();
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
      texts += kind == HOLDING ? held(source).length() : reason(source, 0).label().length();
      if (kind == DECISION) {
        texts += text(at(source), DECISION_TEXTS - 1).length();
      }
    }
    if (texts < 0) {
      throw new IllegalArgumentException("texts beyond measure");
    }
  }

  /** The id of a decision whose statement there is, which is not asked for. */
  private String held(int source) {
    int number = Varint.get(data, reference(at(source), DECISION_TEXTS - 1));
    int unused = Objects.checkIndex(number, held.size());
    return decision(source);
  }

  long bytes() {
    return (long) data.limit() + offsets.limit();
  }
}

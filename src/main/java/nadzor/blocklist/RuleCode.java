package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * One rule of an entry as numbers. Written as: a number whose low bits say what is ordered, how far
 * the rule reaches and what follows, the rest of it being the source; the line, where the source
 * has lines; first and last port, where the rule has ports. Immutable.
 *
 * @param bits the measure in the lowest bit, then the reach, then whether a line follows, then
 *     whether it is an exception
 * @param source the number of the reason's source
 * @param line the line, 0 where there is none
 * @param ports the first port in the upper half, the last one in the lower
 */
record RuleCode(int bits, int source, int line, int ports) {
  /** Holds at some ports only. */
  static final int AT_PORTS = 0;

  /** Holds the key itself. */
  static final int SELF = 1;

  /** Holds what stands under the key. */
  static final int UNDER = 2;

  /** Holds the key and what stands under it. */
  static final int BOTH = SELF | UNDER;

  private static final int LINED = 1 << 3;
  private static final int EXCEPT = 1 << 4;
  private static final int SOURCE_SHIFT = 5;
  private static final int BITS = (1 << SOURCE_SHIFT) - 1;
  private static final int PORT = 0xffff;

  static RuleCode of(Measure measure, int reach, int ports, int source, Reason reason) {
    boolean lined = !(reason instanceof Reason.OfDecision);
    boolean excepts = reason instanceof Reason.OfException;
    int order = measure == Measure.THROTTLE ? 1 : 0;
    int bits = order | reach << 1 | (lined ? LINED : 0) | (excepts ? EXCEPT : 0);
    int line = lined ? Sources.line(reason) : 0;
    return new RuleCode(bits, source, line, reach == AT_PORTS ? ports : 0);
  }

  /** Writes the rule at the end of a log. */
  void put(OctetLog log) {
    put(log, bits, source, line, ports);
  }

  static void put(OctetLog log, int bits, int source, int line, int ports) {
    log.number(source << SOURCE_SHIFT | bits);
    if (isLined(bits)) {
      log.number(line);
    }
    if (reach(bits) == AT_PORTS) {
      log.number(ports >>> 16).number(ports & PORT);
    }
  }

  /** The rule that begins here. */
  static RuleCode read(ByteBuffer pool, int at) {
    int code = Varint.get(pool, at);
    int next = Varint.after(pool, at);
    int line = isLined(code) ? Varint.get(pool, next) : 0;
    int ports = reach(code) == AT_PORTS ? portsAt(pool, at) : 0;
    return new RuleCode(code & BITS, code >>> SOURCE_SHIFT, line, ports);
  }

  /** The ports of the rule that begins here, which has some. Does not allocate. */
  static int portsAt(ByteBuffer pool, int at) {
    int first = Varint.after(pool, at);
    first = isLined(Varint.get(pool, at)) ? Varint.after(pool, first) : first;
    int last = Varint.get(pool, Varint.after(pool, first));
    return Varint.get(pool, first) << 16 | (last & PORT);
  }

  /** Where the rule that begins here ends. Does not allocate. */
  static int after(ByteBuffer pool, int at) {
    int code = Varint.get(pool, at);
    int next = Varint.after(pool, at);
    next = isLined(code) ? Varint.after(pool, next) : next;
    return reach(code) == AT_PORTS ? Varint.after(pool, Varint.after(pool, next)) : next;
  }

  static boolean isLined(int bits) {
    return (bits & LINED) != 0;
  }

  /** Whether a rule with these bits takes away what wider ones order. */
  static boolean isException(int bits) {
    return (bits & EXCEPT) != 0;
  }

  /** How far a rule with these bits reaches. */
  static int reach(int bits) {
    return bits >>> 1 & BOTH;
  }

  /** The measure of a rule with these bits. */
  static Measure measure(int bits) {
    return (bits & 1) == 0 ? Measure.BLOCK : Measure.THROTTLE;
  }

  static boolean holds(int ports, int port) {
    return ports >>> 16 <= port && port <= (ports & PORT);
  }

  int reach() {
    return reach(bits);
  }

  Measure measure() {
    return measure(bits);
  }

  /** The measures of an entry's head that this rule stands for: those at ports count as under. */
  int head() {
    boolean self = (reach() & SELF) != 0;
    boolean under = reach() == AT_PORTS || (reach() & UNDER) != 0;
    if (isException(bits)) {
      return (self ? Entry.SELF_EXCEPTED : 0) | (under ? Entry.UNDER_EXCEPTED : 0);
    }
    int orders = measure().bit();
    return (self ? orders : 0) | (under ? orders << Entry.UNDER_SHIFT : 0);
  }

  /** The same rule, its source under another number. */
  RuleCode from(int otherSource) {
    return new RuleCode(bits, otherSource, line, ports);
  }
}

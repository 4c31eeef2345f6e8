package nadzor.impact.traffic;

/**
 * How an interface of a pcapng capture counts time (draft-ietf-opsawg-pcapng, options if_tsresol
 * and if_tsoffset). Immutable.
 *
 * @param perSecond how many ticks a second has; 0 where they are too fine to be read here
 * @param offset seconds to add
 */
record Ticks(long perSecond, long offset) {
  /** Microseconds. */
  static final Ticks USUAL = new Ticks(1_000_000, 0);

  private static final int FINEST_DECIMAL = 9;
  private static final int FINEST_BINARY = 30;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;

  /** As the options say that stand from here to there in the description of an interface. */
  static Ticks read(Octets order, byte[] block, int from, int to) {
    Ticks ticks = USUAL;
    int at = from;
    while (at + 4 <= to) {
      int option = (int) order.number(block, at, 2);
      int length = (int) order.number(block, at + 2, 2);
      if (option == 0 || at + 4 + length > to) {
        return ticks;
      }
      if (option == RESOLUTION && length == 1) {
        ticks = new Ticks(perSecond(block[at + 4]), ticks.offset);
      } else if (option == OFFSET && length == 8) {
        ticks = new Ticks(ticks.perSecond, order.number(block, at + 4, 8));
      }
      at += 4 + (length + 3) / 4 * 4;
    }
    return ticks;
  }

  private static long perSecond(byte resolution) {
    int power = resolution & 0x7f;
    if (resolution < 0) {
      return power <= FINEST_BINARY ? 1L << power : 0;
    }
    long ticks = 1;
    for (int i = 0; i < power && power <= FINEST_DECIMAL; i++) {
      ticks *= 10;
    }
    return power <= FINEST_DECIMAL ? ticks : 0;
  }

  /** When so many ticks have passed. */
  Stamp after(long ticks, Times times) {
    if (perSecond == 0) {
      return times.areAsked() ? Stamp.UNREADABLE : Stamp.NONE;
    }
    long seconds = Long.divideUnsigned(ticks, perSecond);
    long nanos = Long.remainderUnsigned(ticks, perSecond) * 1_000_000_000 / perSecond;
    return times.of(seconds + offset, nanos);
  }
}

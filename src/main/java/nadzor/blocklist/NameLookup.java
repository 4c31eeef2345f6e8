package nadzor.blocklist;

import nadzor.flow.NameView;

/**
 * Asks a base and its overlay for names by whole labels. A name is walked from its last label to
 * its first; the buckets of all levels are fetched on the way, and looked at on the way back, when
 * they have come. Immutable, thread-safe.
 */
record NameLookup(Entries base, Entries overlay) {

  /** Rules of the name and those that reach it from above, the nearest first. */
  Match find(NameView name) {
    return measures(orders(name)) == 0 ? Match.NONE : find(name.buffer(), name.length());
  }

  /** What is further from the name than an exception does not count. */
  private Match find(byte[] octets, int length) {
    Match found = Match.NONE;
    boolean excepted = false;
    for (int from = 0; from < length && !excepted; from++) {
      if (from == 0 || octets[from - 1] == '.') {
        long mixed = NameHash.of(octets, from, length);
        excepted = (levelOrders(mixed, octets, from, length) & Entry.EXCEPTED) != 0;
        found = excepted ? found : found.plus(level(mixed, octets, from, length));
      }
    }
    return found;
  }

  /** Rules of the name itself. */
  Match findExact(NameView name) {
    int length = name.length();
    boolean none = ordersExactly(name) == 0;
    return none
        ? Match.NONE
        : level(NameHash.of(name.buffer(), 0, length), name.buffer(), 0, length);
  }

  /** The measures alone. */
  private static int measures(int orders) {
    return orders & (Entry.EXCEPTED - 1);
  }

  private Match level(long mixed, byte[] octets, int from, int to) {
    int reach = from == 0 ? RuleCode.SELF : RuleCode.UNDER;
    if (overlay.size() > 0) {
      int offset = overlay.locate(mixed, octets, from, to);
      if (offset != Entries.ABSENT) {
        return match(overlay, offset, reach);
      }
    }
    int offset = base.locate(mixed, octets, from, to);
    return offset == Entries.ABSENT ? Match.NONE : match(base, offset, reach);
  }

  /** Nothing is made where no rule reaches. */
  private static Match match(Entries in, int offset, int reach) {
    return orders(in, offset, reach) == 0 ? Match.NONE : in.match(offset, reach);
  }

  private static int orders(Entries in, int offset, int reach) {
    return reach == RuleCode.SELF ? in.self(offset) : in.under(offset);
  }

  /**
   * The measures of {@link #find}, as bits, and {@link Entry#EXCEPTED} where some level is an
   * exception. Never allocates.
   *
   * <p>The first octets of a level's bucket are asked for, and looked at only when those of the
   * next level have been asked for too: so both are waited for at once.
   */
  int orders(NameView name) {
    int length = name.length();
    byte[] octets = name.buffer();
    boolean marked = length <= NameHash.MARKED;
    long dots = marked ? NameHash.dots(octets, length) : 0;
    int found = 0;
    long hash = NameHash.START;
    long last = 0;
    long lastRange = 0;
    long lastHead = 0;
    int lastFrom = length;
    for (int end = length; end > 0; ) {
      int from = marked ? NameHash.start(dots, end) : NameHash.start(octets, 0, end);
      hash = NameHash.label(hash, octets, from, end);
      long mixed = OctetHash.mix(hash);
      long range = base.range(mixed);
      long head = base.head(range);
      found = nearer(found, levelOrders(lastRange, lastHead, last, octets, lastFrom, length));
      last = mixed;
      lastRange = range;
      lastHead = head;
      lastFrom = from;
      end = from - 1;
    }
    return nearer(found, levelOrders(lastRange, lastHead, last, octets, lastFrom, length));
  }

  /** An exception takes away what wider levels order, and what its own does. */
  private static int nearer(int wider, int level) {
    return (level & Entry.EXCEPTED) != 0 ? Entry.EXCEPTED : wider | level;
  }

  /** The measures of {@link #findExact}, as bits. Never allocates. */
  int ordersExactly(NameView name) {
    int length = name.length();
    int found = levelOrders(NameHash.of(name.buffer(), 0, length), name.buffer(), 0, length);
    return (found & Entry.EXCEPTED) != 0 ? 0 : found;
  }

  private int levelOrders(long mixed, byte[] octets, int from, int to) {
    long range = base.range(mixed);
    return levelOrders(range, base.head(range), mixed, octets, from, to);
  }

  private int levelOrders(long range, long head, long mixed, byte[] octets, int from, int to) {
    int reach = from == 0 ? RuleCode.SELF : RuleCode.UNDER;
    if (overlay.size() > 0) {
      int offset = overlay.locate(mixed, octets, from, to);
      if (offset != Entries.ABSENT) {
        return orders(overlay, offset, reach);
      }
    }
    int offset = base.locate(range, head, mixed, octets, from, to);
    return offset == Entries.ABSENT ? 0 : orders(base, offset, reach);
  }
}

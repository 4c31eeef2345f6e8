package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * The layout of an entry: a head (the measures for the key itself in two bits, those for what
 * stands under it in two, then how many rules there are: 0 to 2, or 3 for a number after the key,
 * then whether there is an exception for the key itself and for what stands under it), the length
 * of the key, the key, the rules. An entry without rules hides what stands beneath it. Nothing here
 * allocates.
 */
final class Entry {
  static final int UNDER_SHIFT = 2;

  /** Beside the measures: what wider rules order does not hold. */
  static final int EXCEPTED = 4;

  static final int SELF_EXCEPTED = 1 << 6;
  static final int UNDER_EXCEPTED = 1 << 7;

  private static final int ORDERS = 3;
  private static final int ALL = 0xcf;
  private static final int COUNT_SHIFT = 4;
  private static final int EXCEPTED_SHIFT = 4;
  private static final int MANY = 3;

  private Entry() {}

  static int head(int orders, int rules) {
    return orders | Math.min(rules, MANY) << COUNT_SHIFT;
  }

  /** The measures that are ordered for the key itself, as bits, and {@link #EXCEPTED}. */
  static int self(ByteBuffer pool, int offset) {
    int head = pool.get(offset);
    return (head & ORDERS) | ((head >>> EXCEPTED_SHIFT) & EXCEPTED);
  }

  /**
   * The measures that are ordered for what stands under the key or at some ports, as bits, and
   * {@link #EXCEPTED}.
   */
  static int under(ByteBuffer pool, int offset) {
    int head = pool.get(offset);
    return ((head >>> UNDER_SHIFT) & ORDERS) | ((head >>> (EXCEPTED_SHIFT + 1)) & EXCEPTED);
  }

  /** Both of them, as in the head. */
  static int orders(ByteBuffer pool, int offset) {
    return pool.get(offset) & ALL;
  }

  static int keyLength(ByteBuffer pool, int offset) {
    return Varint.get(pool, offset + 1);
  }

  /** Where the key begins. */
  static int key(ByteBuffer pool, int offset) {
    return Varint.after(pool, offset + 1);
  }

  private static int afterKey(ByteBuffer pool, int offset) {
    return key(pool, offset) + keyLength(pool, offset);
  }

  private static boolean isMany(ByteBuffer pool, int offset) {
    return (pool.get(offset) >>> COUNT_SHIFT & MANY) == MANY;
  }

  /** How many rules there are. */
  static int count(ByteBuffer pool, int offset) {
    return isMany(pool, offset)
        ? Varint.get(pool, afterKey(pool, offset))
        : pool.get(offset) >>> COUNT_SHIFT & MANY;
  }

  /** Where the first rule begins. */
  static int rules(ByteBuffer pool, int offset) {
    int at = afterKey(pool, offset);
    return isMany(pool, offset) ? Varint.after(pool, at) : at;
  }

  /** Where the entry ends. */
  static int after(ByteBuffer pool, int offset) {
    int at = rules(pool, offset);
    for (int left = count(pool, offset); left > 0; left--) {
      at = RuleCode.after(pool, at);
    }
    return at;
  }

  static void putMany(OctetLog log, int rules) {
    if (rules >= MANY) {
      log.number(rules);
    }
  }
}

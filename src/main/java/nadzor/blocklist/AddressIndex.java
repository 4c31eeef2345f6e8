package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Prefixes and their rules, found by one probe for each length of prefix that occurs. Immutable,
 * thread-safe.
 */
final class AddressIndex implements EntryIndex {
  /** Receives the offset of a prefix that holds an address. */
  interface Hits {
    /** For who wants the measures only. */
    Hits UNHEARD = offset -> {};

    void hit(int offset);
  }

  /** Less than the length of any prefix, {@link AddressKey#ANY} too. */
  static final int NO_EXCEPTION = -2;

  private final Entries entries;
  private final int[] lengths;
  private final boolean excepts;

  private AddressIndex(Entries entries, int[] lengths, boolean excepts) {
    this.entries = entries;
    this.lengths = lengths;
    this.excepts = excepts;
  }

  static AddressIndex of(Entries entries) {
    boolean[] present = new boolean[1 << Byte.SIZE];
    int[] orders = {0};
    entries.forEach(
        offset -> {
          present[entries.pool().get(Entry.key(entries.pool(), offset)) & 0xff] = true;
          orders[0] |= entries.self(offset) | entries.under(offset);
        });
    TreeSet<Integer> distinct = new TreeSet<>();
    for (int i = 0; i < present.length; i++) {
      if (present[i]) {
        distinct.add((byte) i == (byte) AddressKey.ANY ? AddressKey.ANY : i);
      }
    }
    int[] lengths = distinct.stream().mapToInt(Integer::intValue).toArray();
    return new AddressIndex(entries, lengths, (orders[0] & Entry.EXCEPTED) != 0);
  }

  @Override
  public Entries entries() {
    return entries;
  }

  /**
   * Finds all prefixes that hold an address, those that have an entry in another index left out.
   * Does not allocate.
   *
   * @param above only those longer than this
   * @param hits is told of each, the longest first
   * @return the measures they order at this port, as bits, and {@link Entry#EXCEPTED}
   */
  int scan(long addressHigh, long addressLow, int port, int above, AddressIndex hiding, Hits hits) {
    boolean mapped = AddressKey.isMapped(addressHigh, addressLow);
    int orders = 0;
    for (int i = lengths.length - 1; i >= 0 && lengths[i] > above; i--) {
      int length = lengths[i];
      if (mapped && length < AddressKey.MAPPED && length != AddressKey.ANY) {
        continue;
      }
      long keyHigh = AddressKey.maskedHigh(addressHigh, length);
      long keyLow = AddressKey.maskedLow(addressLow, length);
      int offset = locate(keyHigh, keyLow, length);
      if (offset >= 0 && hiding.locate(keyHigh, keyLow, length) < 0) {
        orders |= ordersAt(offset, port);
        hits.hit(offset);
      }
    }
    return orders;
  }

  /** The length of the longest prefix that is an exception at this port. Does not allocate. */
  int exception(long high, long low, int port, AddressIndex hiding) {
    boolean mapped = AddressKey.isMapped(high, low);
    for (int i = lengths.length - 1; i >= 0 && excepts; i--) {
      int length = lengths[i];
      boolean other = mapped && length < AddressKey.MAPPED && length != AddressKey.ANY;
      long keyHigh = AddressKey.maskedHigh(high, length);
      long keyLow = AddressKey.maskedLow(low, length);
      int offset = other ? Entries.ABSENT : locate(keyHigh, keyLow, length);
      if (offset >= 0
          && (ordersAt(offset, port) & Entry.EXCEPTED) != 0
          && hiding.locate(keyHigh, keyLow, length) < 0) {
        return length;
      }
    }
    return NO_EXCEPTION;
  }

  /** The entry of a prefix, or less than zero. */
  private int locate(long high, long low, int prefix) {
    if (entries.size() == 0) {
      return Entries.ABSENT;
    }
    long mixed = AddressKey.hash(high, low, prefix);
    long range = entries.range(mixed);
    int start = Directory.start(range);
    if (start == Directory.end(range)) {
      return Entries.ABSENT;
    }
    ByteBuffer pool = entries.pool();
    int which = Bucket.next(pool, start, mixed, 0);
    while (which != Bucket.NONE) {
      int offset = Bucket.offset(pool, start, which);
      if (holds(offset, high, low, prefix)) {
        return offset;
      }
      which = Bucket.next(pool, start, mixed, which + 1);
    }
    return Entries.ABSENT;
  }

  private boolean holds(int offset, long high, long low, int prefix) {
    ByteBuffer pool = entries.pool();
    int length = Entry.keyLength(pool, offset);
    return AddressKeys.isAt(pool, Entry.key(pool, offset), length, high, low, prefix);
  }

  private int ordersAt(int offset, int port) {
    int orders = entries.self(offset);
    return (entries.under(offset) & ~orders) == 0 ? orders : orders | ordersBy(offset, port);
  }

  /** The measures of those rules that have ports. */
  private int ordersBy(int offset, int port) {
    ByteBuffer pool = entries.pool();
    int orders = 0;
    int at = Entry.rules(pool, offset);
    for (int left = Entry.count(pool, offset); left > 0; left--) {
      int code = Varint.get(pool, at);
      if (RuleCode.reach(code) == RuleCode.AT_PORTS
          && RuleCode.holds(RuleCode.portsAt(pool, at), port)) {
        orders |= RuleCode.isException(code) ? Entry.EXCEPTED : RuleCode.measure(code).bit();
      }
      at = RuleCode.after(pool, at);
    }
    return orders;
  }

  /** What an entry holds at a port: what holds at any, then what holds at some. */
  Match match(int offset, int port) {
    List<Rule> limited = new ArrayList<>(0);
    byte[] key = entries.key(offset);
    entries.forEachCode(
        offset,
        code -> {
          if (!RuleCode.isException(code.bits())
              && code.reach() == RuleCode.AT_PORTS
              && RuleCode.holds(code.ports(), port)) {
            limited.add(entries.rule(key, code));
          }
        });
    return entries.match(offset, RuleCode.SELF).plus(Match.of(limited));
  }

  @Override
  public long bytes() {
    return (long) lengths.length * Integer.BYTES;
  }
}

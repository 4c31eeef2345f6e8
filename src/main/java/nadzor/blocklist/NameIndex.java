package nadzor.blocklist;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Names and what holds them, addressed by offsets only: an open-addressed table of 32-bit
 * fingerprints beside offsets into one pool of octets. A miss costs one probe of the table as a
 * rule; a hit compares the octets, so there are no false ones. Immutable, thread-safe.
 *
 * <p>An entry of the pool: match for the name itself (int), match for the names below (int), length
 * (one octet), octets. The low bits of a match's number say which measures it orders, so that the
 * hot path need not follow it: at a million names each reference followed is a cache miss.
 */
final class NameIndex {
  static final NameIndex EMPTY = new NameIndex(new long[1], new byte[0], new Match[0], 0);
  static final int ABSENT = -1;
  static final int HEADER = 9;
  static final int ORDER_BITS = 2;
  private static final int ORDER_MASK = (1 << ORDER_BITS) - 1;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] table;
  private final byte[] pool;
  private final Match[] matches;
  private final int size;
  private final int mask;

  NameIndex(long[] table, byte[] pool, Match[] matches, int size) {
    this.table = table;
    this.pool = pool;
    this.matches = matches;
    this.size = size;
    mask = table.length - 1;
  }

  static void putInt(byte[] pool, int offset, int value) {
    INT.set(pool, offset, value);
  }

  /** How many names have an entry, empty ones included. */
  int size() {
    return size;
  }

  /** The octets that table and pool take. */
  long residentBytes() {
    return table.length * 8L + pool.length;
  }

  /**
   * The offset of a name's entry, or {@link #ABSENT}.
   *
   * @param mixed the mixed hash of the name
   */
  int locate(long mixed, byte[] buffer, int from, int to) {
    int fingerprint = (int) (mixed >>> 32);
    for (int slot = (int) mixed & mask; ; slot = (slot + 1) & mask) {
      long word = table[slot];
      if (word == 0) {
        return ABSENT;
      }
      int offset = (int) word - 1;
      if ((int) (word >>> 32) == fingerprint && holds(offset, buffer, from, to)) {
        return offset;
      }
    }
  }

  private boolean holds(int offset, byte[] buffer, int from, int to) {
    int length = pool[offset + 8] & 0xff;
    int start = offset + HEADER;
    return length == to - from && Arrays.equals(pool, start, start + length, buffer, from, to);
  }

  /** What holds the name of this entry itself. */
  Match self(int offset) {
    return matches[number(offset) >>> ORDER_BITS];
  }

  /** What holds the names below the name of this entry. */
  Match below(int offset) {
    return matches[number(offset + 4) >>> ORDER_BITS];
  }

  /** The measures that are ordered for the name itself, as bits. */
  int selfOrders(int offset) {
    return number(offset) & ORDER_MASK;
  }

  /** The measures that are ordered for the names below, as bits. */
  int belowOrders(int offset) {
    return number(offset + 4) & ORDER_MASK;
  }

  private int number(int offset) {
    return (int) INT.get(pool, offset);
  }

  /** Calls with the offset of every entry. */
  void forEach(EntryVisitor visitor) {
    for (int offset = 0; offset < pool.length; ) {
      int length = pool[offset + 8] & 0xff;
      visitor.entry(offset, pool, offset + HEADER, length);
      offset += HEADER + length;
    }
  }

  /** Receives entries. */
  interface EntryVisitor {
    void entry(int offset, byte[] pool, int nameAt, int nameLength);
  }
}

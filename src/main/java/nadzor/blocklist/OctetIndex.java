package nadzor.blocklist;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Keys of octets and what holds them, addressed by offsets only: an open-addressed table of 32-bit
 * fingerprints beside offsets into one pool of octets. A miss costs one probe of the table as a
 * rule; a hit compares the octets, so there are no false ones. Immutable, thread-safe.
 *
 * <p>An entry of the pool: match for the key itself (int), match for what stands under the key
 * (int), length (two octets), octets. The low bits of a match's number say which measures it
 * orders, so that the hot path need not follow it: at a million names each reference followed is a
 * cache miss.
 */
final class OctetIndex {
  static final OctetIndex EMPTY =
      new OctetIndex(new long[1], new byte[0], new Match[] {Match.NONE}, 0);
  static final int ABSENT = -1;
  static final int HEADER = 10;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] table;
  private final byte[] pool;
  private final Match[] matches;
  private final int size;
  private final int mask;

  OctetIndex(long[] table, byte[] pool, Match[] matches, int size) {
    this.table = table;
    this.pool = pool;
    this.matches = matches;
    this.size = size;
    mask = table.length - 1;
  }

  static void putInt(byte[] pool, int offset, int value) {
    INT.set(pool, offset, value);
  }

  static int getInt(byte[] pool, int offset) {
    return (int) INT.get(pool, offset);
  }

  static void putHeader(byte[] pool, int offset, int self, int under, int length) {
    putInt(pool, offset, self);
    putInt(pool, offset + 4, under);
    SHORT.set(pool, offset + 8, (short) length);
  }

  /** How many keys have an entry, empty ones included. */
  int size() {
    return size;
  }

  /** The octets that table and pool take. */
  long residentBytes() {
    return table.length * 8L + pool.length;
  }

  /**
   * The offset of a key's entry, or {@link #ABSENT}.
   *
   * @param mixed the mixed hash of the key
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
    int length = lengthAt(offset);
    int start = offset + HEADER;
    return length == to - from && Arrays.equals(pool, start, start + length, buffer, from, to);
  }

  private int lengthAt(int offset) {
    return (short) SHORT.get(pool, offset + 8) & 0xffff;
  }

  /** What holds the key of this entry itself. */
  Match self(int offset) {
    return matches[Numbering.index(number(offset))];
  }

  /** What holds all that stands under the key of this entry. */
  Match under(int offset) {
    return matches[Numbering.index(number(offset + 4))];
  }

  /** The measures that are ordered for the key itself, as bits. */
  int selfOrders(int offset) {
    return Numbering.orders(number(offset));
  }

  /** The measures that are ordered for what stands under the key, as bits. */
  int underOrders(int offset) {
    return Numbering.orders(number(offset + 4));
  }

  private int number(int offset) {
    return getInt(pool, offset);
  }

  /** Calls with the offset of every entry. */
  void forEach(EntryVisitor visitor) {
    for (int offset = 0; offset < pool.length; ) {
      int length = lengthAt(offset);
      visitor.entry(offset, pool, offset + HEADER, length);
      offset += HEADER + length;
    }
  }

  /** Receives entries. */
  interface EntryVisitor {
    void entry(int offset, byte[] pool, int keyAt, int keyLength);
  }
}

package nadzor.blocklist;

import java.util.List;

/** Lays keys and their rules out as an {@link OctetIndex}. Used once, by one thread. */
final class OctetIndexBuilder {
  private final byte[] pool;
  private final long[] table;
  private final Numbering numbering = new Numbering();
  private int offset;
  private int size;

  /**
   * @param keys how many keys will be added
   * @param octets how many octets they have together
   */
  OctetIndexBuilder(int keys, long octets) {
    pool = new byte[Math.toIntExact(octets + (long) keys * OctetIndex.HEADER)];
    table = new long[tableLength(keys)];
  }

  /** A power of two that leaves at least half of the slots free, nearly. */
  static int tableLength(int entries) {
    return Integer.highestOneBit(Math.max(2, entries) * 2 - 1) * 2;
  }

  /** Adds one key; each comes once. Without rules it is an entry that hides what stands beneath. */
  OctetIndexBuilder add(byte[] key, long mixed, List<Rule> self, List<Rule> under) {
    int selfNumber = numbering.number(self);
    int underNumber = under.equals(self) ? selfNumber : numbering.number(under);
    OctetIndex.putHeader(pool, offset, selfNumber, underNumber, key.length);
    System.arraycopy(key, 0, pool, offset + OctetIndex.HEADER, key.length);
    claim(table, mixed, offset);
    offset += OctetIndex.HEADER + key.length;
    size++;
    return this;
  }

  /** Puts the fingerprint of a hash and an offset into the first free slot from where it points. */
  static void claim(long[] table, long mixed, int offset) {
    int slot = (int) mixed & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = (mixed & 0xffffffff00000000L) | (offset + 1);
  }

  OctetIndex build() {
    return size == 0 ? OctetIndex.EMPTY : new OctetIndex(table, pool, numbering.matches(), size);
  }
}

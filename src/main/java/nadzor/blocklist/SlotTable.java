package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An open-addressed table in groups of eight slots, three quarters full. A group is eight octets of
 * the hashes of its keys, then eight offsets of their entries. The octets are compared at once
 * (after Abseil's Swiss tables), and a group with a free slot ends the search: what is not there is
 * known from one word nearly always, and what is there costs one or two cache lines. Filled by one
 * thread, then immutable.
 *
 * @param groups all groups
 */
record SlotTable(ByteBuffer groups) {
  /** Octets of a group. */
  static final int WIDTH = Long.BYTES + Long.BYTES * Integer.BYTES;

  private static final int SLOTS = Long.BYTES;
  private static final int MOST = Integer.MAX_VALUE / WIDTH;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  /** A table for so many keys. */
  static SlotTable of(int keys) {
    long slots = keys + keys / 3L + 1;
    long groups = (slots + SLOTS - 1) / SLOTS;
    if (groups > MOST) {
      throw new IllegalStateException(keys + " keys are too many for one version");
    }
    return new SlotTable(ByteBuffer.allocate((int) groups * WIDTH).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The octet that stands for a hash, never 0, in each octet of a word. */
  static long tags(long mixed) {
    long low = mixed & 0xff;
    return (low == 0 ? 1 : low) * ONES;
  }

  /** Where the group begins with which to begin. */
  int first(long mixed) {
    return (int) (((mixed >>> 32) * (groups.limit() / WIDTH)) >>> 32) * WIDTH;
  }

  int after(int group) {
    int next = group + WIDTH;
    return next == groups.limit() ? 0 : next;
  }

  /** The octets of a group's keys, 0 for a free slot. */
  long word(int group) {
    return groups.getLong(group);
  }

  /**
   * The highest bit of each octet of a word that is the one looked for, and now and then of one
   * that is not: keys are compared anyway.
   */
  static long candidates(long word, long wanted) {
    return zeros(word ^ wanted);
  }

  static boolean hasFree(long word) {
    return zeros(word) != 0;
  }

  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGH;
  }

  private static int slot(long candidates) {
    return Long.numberOfTrailingZeros(candidates) / Byte.SIZE;
  }

  /** The offset in the slot of the lowest of these candidates. */
  int offset(int group, long candidates) {
    return groups.getInt(group + SLOTS + slot(candidates) * Integer.BYTES);
  }

  /** Takes a free slot for a key that is not there yet. */
  void claim(long mixed, int offset) {
    int group = first(mixed);
    while (!hasFree(word(group))) {
      group = after(group);
    }
    int slot = slot(zeros(word(group)));
    groups.put(group + slot, (byte) tags(mixed));
    groups.putInt(group + SLOTS + slot * Integer.BYTES, offset);
  }

  /** How many slots there are. */
  int capacity() {
    return groups.limit() / WIDTH * SLOTS;
  }

  /** How many slots are taken. */
  int taken() {
    int count = 0;
    for (int group = 0; group < groups.limit(); group += WIDTH) {
      for (long word = word(group); word != 0; word >>>= Byte.SIZE) {
        count += (word & 0xff) == 0 ? 0 : 1;
      }
    }
    return count;
  }

  long bytes() {
    return groups.limit();
  }
}

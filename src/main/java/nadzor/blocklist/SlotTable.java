package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An open-addressed table with linear probing, three quarters full: an octet of the key's hash in
 * one column, the offset of its entry in another. What is not there is known from the first column
 * nearly always, and that column is small enough to stay in a cache. Filled by one thread, then
 * immutable.
 *
 * @param tags an octet for each slot, 0 for a free one
 * @param offsets four octets for each slot
 */
record SlotTable(ByteBuffer tags, ByteBuffer offsets) {
  private static final int MOST = (1 << 29) - 1;

  /** A table for so many keys. */
  static SlotTable of(int keys) {
    long wanted = Math.max(4, keys + keys / 3L + 1);
    if (wanted > MOST) {
      throw new IllegalStateException(keys + " keys are too many for one version");
    }
    int slots = (int) wanted;
    return new SlotTable(
        ByteBuffer.allocate(slots),
        ByteBuffer.allocate(slots * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The octet that stands for a hash, never 0. */
  static byte tag(long mixed) {
    byte low = (byte) mixed;
    return low == 0 ? 1 : low;
  }

  /** The slot at which to begin. */
  int first(long mixed) {
    return (int) ((mixed >>> 32) * tags.limit() >>> 32);
  }

  int after(int slot) {
    return slot + 1 == tags.limit() ? 0 : slot + 1;
  }

  int offset(int slot) {
    return offsets.getInt(slot << 2);
  }

  void put(int slot, long mixed, int offset) {
    tags.put(slot, tag(mixed));
    offsets.putInt(slot << 2, offset);
  }

  /** Takes the first free slot for a key that is not there yet. */
  void claim(long mixed, int offset) {
    int slot = first(mixed);
    while (tags.get(slot) != 0) {
      slot = after(slot);
    }
    put(slot, mixed, offset);
  }

  /** How many slots are taken. */
  int taken() {
    int count = 0;
    for (int slot = 0; slot < tags.limit(); slot++) {
      count += tags.get(slot) == 0 ? 0 : 1;
    }
    return count;
  }

  long bytes() {
    return (long) tags.limit() + offsets.limit();
  }
}

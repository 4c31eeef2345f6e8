package nadzor.exchange;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The ids that were there before; a bit for each that is possible around those. */
final class Ids {
  private static final int BITS = 16;

  private final Map<Integer, BitSet> chunks = new HashMap<>();

  /** Remembers it; false where it was there before. */
  boolean add(int id) {
    BitSet chunk = chunks.computeIfAbsent(id >>> BITS, key -> new BitSet());
    int bit = id & ((1 << BITS) - 1);
    boolean fresh = !chunk.get(bit);
    chunk.set(bit);
    return fresh;
  }
}

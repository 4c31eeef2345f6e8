package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where each bucket of a pool begins. Entries stand in the order of their buckets, so that the hash
 * of a key leads straight to the octets around its entry; a table that points into a pool would
 * have to be fetched before the pool could be. Eight buckets share twelve octets: where the first
 * one begins, and how long each is in units of four octets. So the directory is some three eighths
 * of an octet an entry and stays in the processor's own memory. Immutable once it is filled.
 *
 * @param blocks the twelve octets of each eight buckets
 * @param buckets how many buckets there are
 */
record Directory(ByteBuffer blocks, int buckets) {
  /** Octets of a unit: every bucket is a multiple of it. */
  static final int UNIT = 4;

  /** The most octets of a bucket. */
  static final int MOST = 0xff * UNIT;

  /** Octets that eight buckets take. */
  static final int BLOCK = Integer.BYTES + Long.BYTES;

  /** How many entries a bucket has on average: some two cache lines of names. */
  private static final int USUAL = 4;

  private static final int EIGHT = Long.BYTES;
  private static final long EVEN = 0x00ff00ff00ff00ffL;
  private static final long SUM = 0x0001000100010001L;

  /** An empty directory for so many keys. */
  static Directory of(int keys) {
    int count = keys / USUAL / EIGHT + 1;
    return of(ByteBuffer.allocate(count * BLOCK).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** As it was read. */
  static Directory of(ByteBuffer blocks) {
    return new Directory(blocks, blocks.limit() / BLOCK * EIGHT);
  }

  /** In which bucket the entry of a key stands, if anywhere. */
  int bucket(long mixed) {
    return (int) (((mixed >>> 32) * buckets) >>> 32);
  }

  /** Where a bucket begins in the lower half, where it ends in the upper one. */
  long range(int bucket) {
    int block = (bucket >>> 3) * BLOCK;
    int shift = (bucket & 7) * Byte.SIZE;
    long units = blocks.getLong(block + Integer.BYTES);
    long before = units & (1L << shift) - 1;
    long pairs = (before & EVEN) + (before >>> Byte.SIZE & EVEN);
    int start = blocks.getInt(block) + (int) ((pairs * SUM) >>> 48) * UNIT;
    int end = start + (int) (units >>> shift & 0xff) * UNIT;
    return (long) end << Integer.SIZE | start;
  }

  static int start(long range) {
    return (int) range;
  }

  static int end(long range) {
    return (int) (range >>> Integer.SIZE);
  }

  /** Enters the next bucket, in order. */
  void put(int bucket, int start, int end) {
    int block = (bucket >>> 3) * BLOCK;
    if ((bucket & 7) == 0) {
      blocks.putInt(block, start);
    }
    blocks.put(block + Integer.BYTES + (bucket & 7), (byte) ((end - start) / UNIT));
  }

  long bytes() {
    return blocks.limit();
  }
}

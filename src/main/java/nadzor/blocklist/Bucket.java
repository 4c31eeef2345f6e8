package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * The layout of a bucket that holds anything: how many entries it has, an octet of each one's hash,
 * where each begins as counted from the bucket's own beginning (two octets each), the entries, and
 * zeros up to a multiple of {@link Directory#UNIT}. The octets of the hashes are compared eight at
 * once (after Abseil's Swiss tables). What has 255 entries or more, or is longer than {@link
 * Directory#MOST}, stands after all the other buckets with four octets for the number and for each
 * place; its own place then holds 255 and, in four octets, where that is. Nothing here allocates.
 */
final class Bucket {
  /** What a pool ends with, so that eight octets can be read anywhere in it. */
  static final int PADDING = Long.BYTES;

  static final int NONE = -1;

  private static final int FAR = 0xff;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private Bucket() {}

  /** The octet of a hash by which an entry is told from others in its bucket. */
  static int tag(long mixed) {
    return (int) mixed & 0xff;
  }

  /** Whether a bucket that begins with these octets has no more than seven entries. */
  static boolean isSmall(long head) {
    return (head & FAR) < Long.BYTES;
  }

  /** The highest bit of the octet of each entry of a small bucket that may be the one. */
  static long fits(long head, long mixed) {
    long other = (head >>> Byte.SIZE) ^ tag(mixed) * ONES;
    long entries = (1L << ((head & FAR) * Byte.SIZE)) - 1;
    return (other - ONES) & ~other & HIGH & entries;
  }

  /** Where the entry of the lowest such bit begins. */
  static int offset(ByteBuffer pool, int start, long head, long fits) {
    int which = Long.numberOfTrailingZeros(fits) / Byte.SIZE;
    int places = start + 1 + (int) (head & FAR);
    return start + (pool.getShort(places + which * Short.BYTES) & 0xffff);
  }

  /** Whether a bucket stands elsewhere. */
  static boolean isFar(ByteBuffer pool, int start) {
    return pool.get(start) == (byte) FAR;
  }

  /** Where it stands then. */
  static int far(ByteBuffer pool, int start) {
    return pool.getInt(start + 1);
  }

  static int count(ByteBuffer pool, int start) {
    return isFar(pool, start) ? pool.getInt(far(pool, start)) : pool.get(start) & 0xff;
  }

  /** Where the octets of the hashes stand. */
  private static int tags(ByteBuffer pool, int start) {
    return isFar(pool, start) ? far(pool, start) + Integer.BYTES : start + 1;
  }

  /** How many octets come before the entries. */
  static long header(boolean far, long count) {
    return far ? Integer.BYTES + count * (1 + Integer.BYTES) : 1 + count * (1 + Short.BYTES);
  }

  static int tag(ByteBuffer pool, int start, int which) {
    return pool.get(tags(pool, start) + which) & 0xff;
  }

  /** The next entry from one on whose octet fits a hash, or {@link #NONE}. */
  static int next(ByteBuffer pool, int start, long mixed, int from) {
    int count = count(pool, start);
    int tags = tags(pool, start);
    long wanted = tag(mixed) * ONES;
    for (int i = from; i < count; i += Long.BYTES) {
      long other = pool.getLong(tags + i) ^ wanted;
      long equal = (other - ONES) & ~other & HIGH;
      if (equal != 0) {
        int which = i + Long.numberOfTrailingZeros(equal) / Byte.SIZE;
        return which < count ? which : NONE;
      }
    }
    return NONE;
  }

  /** Where an entry begins. */
  static int offset(ByteBuffer pool, int start, int which) {
    int places = tags(pool, start) + count(pool, start);
    return isFar(pool, start)
        ? far(pool, start) + pool.getInt(places + which * Integer.BYTES)
        : start + (pool.getShort(places + which * Short.BYTES) & 0xffff);
  }

  /**
   * Writes a bucket at the end of a log.
   *
   * @param entries of the bucket, one after the other
   * @param tags of the entries
   * @param ends of the entries within their octets
   * @return whether it has to stand elsewhere: then nothing is written
   */
  static boolean put(OctetLog to, OctetLog entries, byte[] tags, int[] ends, int count) {
    long length = header(false, count) + entries.end();
    if (count >= FAR || length > Directory.MOST) {
      return false;
    }
    to.octet(count).octets(tags, 0, count);
    int place = (int) header(false, count);
    for (int i = 0; i < count; i++) {
      to.octet(place).octet(place >>> Byte.SIZE);
      place = (int) header(false, count) + ends[i];
    }
    to.octets(entries.array(), 0, entries.end());
    pad(to);
    return true;
  }

  /** Writes where a bucket will stand. */
  static void putFar(OctetLog to, int where) {
    pad(to.octet(FAR).word(where));
  }

  /** Adds to where a bucket stands, if that is elsewhere. */
  static void move(ByteBuffer pool, long range, int further) {
    int start = Directory.start(range);
    if (start < Directory.end(range) && isFar(pool, start)) {
      pool.putInt(start + 1, far(pool, start) + further);
    }
  }

  private static void pad(OctetLog to) {
    while (to.end() % Directory.UNIT != 0) {
      to.octet(0);
    }
  }

  /** Writes a bucket that is referred to. */
  static void putLarge(OctetLog to, OctetLog entries, byte[] tags, int[] ends, int count) {
    to.word(count).octets(tags, 0, count);
    int place = (int) header(true, count);
    for (int i = 0; i < count; i++) {
      to.word(place);
      place = (int) header(true, count) + ends[i];
    }
    to.octets(entries.array(), 0, entries.end());
  }
}

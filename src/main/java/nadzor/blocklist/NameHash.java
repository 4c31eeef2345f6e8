package nadzor.blocklist;

/**
 * The hash of a name, fed from its last octet to its first: every suffix of the name is a prefix of
 * that order, so one walk yields the hash of each parent domain on the way.
 */
final class NameHash {
  /** The hash of nothing. */
  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private NameHash() {}

  /** The hash with one more octet (64-bit FNV-1a). */
  static long step(long hash, byte octet) {
    return (hash ^ (octet & 0xff)) * PRIME;
  }

  /** Spreads the hash over all bits (the finaliser of SplitMix64): FNV leaves its low bits weak. */
  static long mix(long hash) {
    long x = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }

  /** The mixed hash of a whole name. */
  static long of(byte[] name) {
    long hash = START;
    for (int i = name.length - 1; i >= 0; i--) {
      hash = step(hash, name[i]);
    }
    return mix(hash);
  }
}

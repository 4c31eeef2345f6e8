package nadzor.blocklist;

import java.nio.ByteBuffer;

/**
 * The hash of a key, fed octet by octet: a walk along a URL yields the hash of each of its prefixes
 * on the way. Names have one of their own, {@link NameHash}.
 */
final class OctetHash {
  /** The hash of nothing. */
  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private OctetHash() {}

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

  /** The mixed hash of octets in the order of URLs. */
  static long forwards(ByteBuffer octets, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) {
      hash = step(hash, octets.get(i));
    }
    return mix(hash);
  }

  /** The mixed hash of octets in the order of URLs. */
  static long forwards(byte[] octets, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) {
      hash = step(hash, octets[i]);
    }
    return mix(hash);
  }
}

package nadzor.censor;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws for lines that hit now and then, so that a run repeats: what is drawn depends on the seed,
 * on what it is drawn for, and on how often it was drawn for that before, never on which thread
 * came first. Bounded: past its limit the count kept longest is forgotten and starts anew.
 * Thread-safe.
 */
final class Chance {
  private static final int LIMIT = 65_536;

  private final long seed;
  private final HashFunction function;
  private final Map<Long, Integer> counts = new LinkedHashMap<>();

  Chance(long seed) {
    this.seed = seed;
    function = Hashing.sipHash24(seed, 0x6e61647a6f72L);
  }

  /** The next number for this line and these things, evenly from 0 (included) to 1 (excluded). */
  double next(String things) {
    return (bits(things) >>> 11) * 0x1.0p-53;
  }

  /** The next row of numbers for these things. */
  RandomGenerator row(String things) {
    return new SplittableRandom(bits(things));
  }

  private long bits(String things) {
    long key = function.hashUnencodedChars(things).asLong();
    return mix(key, count(key));
  }

  /** A number for the n-th draw from a list; does not allocate. */
  int draw(long n) {
    return (int) (mix(seed, n) >>> 33);
  }

  private int count(long key) {
    synchronized (counts) {
      int before = counts.getOrDefault(key, 0);
      counts.put(key, before + 1);
      if (counts.size() > LIMIT) {
        counts.remove(counts.keySet().iterator().next());
      }
      return before;
    }
  }

  /** SplitMix64's finaliser over both. */
  private static long mix(long key, long n) {
    long x = key + n * 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}

package nadzor.blocklist;

import org.jspecify.annotations.Nullable;

/**
 * The matches of an index that were asked for last, each in the one place where it can be: a
 * resource that is hit again and again costs no further objects, and what remembers its rule keeps
 * one that is shared. Bounded by its length.
 *
 * <p>Thread-safe without a lock: a kept match is immutable and holds its own key, so a reader that
 * races with a writer finds either a whole one or none, and at worst makes one more.
 */
final class Matches {
  private static final int MOST = 4_096;

  /** A match with what it is the answer to. */
  private record Kept(int offset, int reach, Match match) {}

  private final @Nullable Kept[] kept;

  /** For an index of so many entries. */
  Matches(int entries) {
    kept = new Kept[Integer.highestOneBit(Math.max(1, Math.min(entries, MOST)))];
  }

  /** What was kept for an entry, or what the maker makes of it. */
  Match of(int offset, int reach, Maker maker) {
    int place = (int) OctetHash.mix(offset * 4L + reach) & (kept.length - 1);
    Kept here = kept[place];
    if (here != null && here.offset == offset && here.reach == reach) {
      return here.match;
    }
    Match made = maker.make(offset, reach);
    kept[place] = new Kept(offset, reach, made);
    return made;
  }

  /** Makes the match of an entry. */
  interface Maker {
    Match make(int offset, int reach);
  }
}

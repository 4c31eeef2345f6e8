package nadzor.blocklist;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * URLs of plain HTTP under {@code host/path}. Each host has an empty entry of its own, so that a
 * request to any other costs one probe; only where it is there are the path and the prefixes of it
 * looked up whose lengths occur. Immutable, thread-safe.
 *
 * @param lengths the lengths of all keys that stand for a prefix
 */
record UrlIndex(Entries entries, BitSet lengths) implements EntryIndex {
  static UrlIndex of(Entries entries) {
    BitSet lengths = new BitSet();
    entries.forEach(
        offset -> {
          if (entries.under(offset) != 0) {
            lengths.set(Entry.keyLength(entries.pool(), offset));
          }
        });
    return new UrlIndex(entries, lengths);
  }

  /** Whether there is any URL of this host; a port other than the default one belongs to it. */
  boolean hasHost(byte[] buffer, int length) {
    return entries.size() > 0
        && entries.locate(OctetHash.forwards(buffer, 0, length), buffer, 0, length)
            != Entries.ABSENT;
  }

  /** How many octets of a URL, given as a key, the nearest exception has; -1 where none is. */
  int exception(byte[] key, int host, UrlIndex hiding) {
    int[] longest = {-1};
    walk(
        key,
        host,
        hiding,
        (offset, to) -> {
          int orders = to == key.length ? entries.self(offset) : 0;
          longest[0] = ((orders | entries.under(offset)) & Entry.EXCEPTED) != 0 ? to : longest[0];
        });
    return longest[0];
  }

  /** Hands over what holds a URL and is longer than an exception, but nothing that is hidden. */
  void scan(byte[] key, int host, int above, UrlIndex hiding, Consumer<Match> found) {
    walk(
        key,
        host,
        hiding,
        (offset, to) -> {
          if (to > above) {
            int reach = to == key.length ? RuleCode.BOTH : RuleCode.UNDER;
            found.accept(entries.match(offset, reach));
          }
        });
  }

  /** Takes an entry whose key are the first octets of a URL. */
  private interface Step {
    void at(int offset, int to);
  }

  /** The shortest first; those left out that have an entry in another index. */
  private void walk(byte[] key, int host, UrlIndex hiding, Step step) {
    long hash = OctetHash.START;
    for (int i = 0; i < key.length; i++) {
      hash = OctetHash.step(hash, key[i]);
      boolean whole = i == key.length - 1;
      if (i >= host && (whole || lengths.get(i + 1))) {
        level(OctetHash.mix(hash), key, i + 1, hiding, step);
      }
    }
  }

  private void level(long mixed, byte[] key, int to, UrlIndex hiding, Step step) {
    int offset = entries.locate(mixed, key, 0, to);
    if (offset != Entries.ABSENT && hiding.entries.locate(mixed, key, 0, to) == Entries.ABSENT) {
      step.at(offset, to);
    }
  }

  @Override
  public long bytes() {
    return lengths.size() / Byte.SIZE;
  }
}

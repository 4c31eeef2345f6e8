package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * URLs of plain HTTP under {@code host/path}. Each host has an empty entry of its own, so that a
 * request to any other costs one probe; only where it is there are the path and the prefixes of it
 * looked up whose lengths occur. Immutable, thread-safe.
 *
 * @param lengths the lengths of all keys that stand for a prefix
 * @param size how many keys there are, hosts apart
 */
record UrlIndex(OctetIndex octets, BitSet lengths, int size) implements RuleIndex<String> {
  static final Layout<String, UrlIndex> LAYOUT =
      new Layout<>() {
        @Override
        public boolean takes(Matcher matcher) {
          return matcher instanceof UrlMatcher;
        }

        @Override
        public String keyOf(Matcher matcher) {
          return ((UrlMatcher) matcher).key();
        }

        @Override
        public UrlIndex build(Map<String, List<Rule>> entries) {
          return UrlIndex.build(entries);
        }
      };

  private static UrlIndex build(Map<String, List<Rule>> entries) {
    Set<String> hosts = new LinkedHashSet<>();
    BitSet lengths = new BitSet();
    entries.forEach(
        (key, rules) -> {
          hosts.add(key.substring(0, key.indexOf('/')));
          if (rules.stream().anyMatch(UrlIndex::isPrefix)) {
            lengths.set(key.length());
          }
        });
    long count = hosts.stream().mapToLong(String::length).sum();
    count += entries.keySet().stream().mapToLong(String::length).sum();
    OctetIndexBuilder builder = new OctetIndexBuilder(entries.size() + hosts.size(), count);
    hosts.forEach(host -> add(builder, host, List.of()));
    entries.forEach((key, rules) -> add(builder, key, rules));
    return new UrlIndex(builder.build(), lengths, entries.size());
  }

  private static void add(OctetIndexBuilder builder, String key, List<Rule> rules) {
    byte[] octets = key.getBytes(StandardCharsets.US_ASCII);
    List<Rule> exact = rules.stream().filter(rule -> !isPrefix(rule)).toList();
    List<Rule> prefix = rules.stream().filter(UrlIndex::isPrefix).toList();
    builder.add(octets, OctetHash.forwards(octets, 0, octets.length), exact, prefix);
  }

  private static boolean isPrefix(Rule rule) {
    return ((UrlMatcher) rule.matcher()).prefix();
  }

  /** Whether there is any URL of this host; a port other than the default one belongs to it. */
  boolean hasHost(byte[] buffer, int length) {
    return size > 0
        && octets.locate(OctetHash.forwards(buffer, 0, length), buffer, 0, length)
            != OctetIndex.ABSENT;
  }

  /** Hands over what holds a URL, given as a key, except what has an entry in another index. */
  void scan(byte[] key, int host, UrlIndex hiding, Consumer<Match> found) {
    long hash = OctetHash.START;
    for (int i = 0; i < key.length; i++) {
      hash = OctetHash.step(hash, key[i]);
      boolean whole = i == key.length - 1;
      if (i >= host && (whole || lengths.get(i + 1))) {
        level(OctetHash.mix(hash), key, i + 1, hiding, found);
      }
    }
  }

  private void level(long mixed, byte[] key, int to, UrlIndex hiding, Consumer<Match> found) {
    int offset = octets.locate(mixed, key, 0, to);
    if (offset != OctetIndex.ABSENT
        && hiding.octets.locate(mixed, key, 0, to) == OctetIndex.ABSENT) {
      found.accept(octets.under(offset));
      found.accept(to == key.length ? octets.self(offset) : Match.NONE);
    }
  }

  @Override
  public long residentBytes() {
    return octets.residentBytes() + lengths.size() / Byte.SIZE;
  }

  @Override
  public Optional<List<Rule>> at(String key) {
    byte[] buffer = key.getBytes(StandardCharsets.US_ASCII);
    int offset =
        octets.locate(OctetHash.forwards(buffer, 0, buffer.length), buffer, 0, buffer.length);
    return offset == OctetIndex.ABSENT ? Optional.empty() : Optional.of(rulesAt(offset));
  }

  private List<Rule> rulesAt(int offset) {
    return octets.self(offset).plus(octets.under(offset)).rules();
  }

  @Override
  public void forEach(BiConsumer<String, List<Rule>> to) {
    octets.forEach(
        (offset, pool, at, count) -> {
          String key = new String(pool, at, count, StandardCharsets.US_ASCII);
          if (key.indexOf('/') >= 0) {
            to.accept(key, rulesAt(offset));
          }
        });
  }
}

package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nadzor.flow.DomainName;

/** Rules on names by whole labels, under their names. */
record NameIndex(OctetIndex octets) implements RuleIndex<DomainName> {
  static final Layout<DomainName, NameIndex> LAYOUT =
      new Layout<>() {
        @Override
        public boolean takes(Matcher matcher) {
          return matcher instanceof NameMatcher;
        }

        @Override
        public DomainName keyOf(Matcher matcher) {
          return ((NameMatcher) matcher).name();
        }

        @Override
        public NameIndex build(Map<DomainName, List<Rule>> entries) {
          return NameIndex.build(entries);
        }
      };

  private static NameIndex build(Map<DomainName, List<Rule>> entries) {
    long octets = entries.keySet().stream().mapToLong(name -> name.text().length()).sum();
    OctetIndexBuilder builder = new OctetIndexBuilder(entries.size(), octets);
    entries.forEach(
        (name, rules) -> {
          byte[] key = name.bytes();
          List<Rule> self = reaching(rules, true);
          builder.add(key, OctetHash.backwards(key, 0, key.length), self, reaching(rules, false));
        });
    return new NameIndex(builder.build());
  }

  /** Those that reach the name itself, or those that reach below it. */
  private static List<Rule> reaching(List<Rule> rules, boolean itself) {
    if (rules.size() == 1) {
      return reaches(rules.get(0), itself) ? rules : List.of();
    }
    return rules.stream().filter(rule -> reaches(rule, itself)).toList();
  }

  private static boolean reaches(Rule rule, boolean itself) {
    NameMatcher matcher = (NameMatcher) rule.matcher();
    return itself ? matcher.reachesItself() : matcher.reachesBelow();
  }

  @Override
  public int size() {
    return octets.size();
  }

  @Override
  public long residentBytes() {
    return octets.residentBytes();
  }

  @Override
  public Optional<List<Rule>> at(DomainName name) {
    byte[] key = name.bytes();
    int offset = octets.locate(OctetHash.backwards(key, 0, key.length), key, 0, key.length);
    return offset == OctetIndex.ABSENT ? Optional.empty() : Optional.of(rulesAt(offset));
  }

  private List<Rule> rulesAt(int offset) {
    return octets.self(offset).plus(octets.under(offset)).rules();
  }

  @Override
  public void forEach(BiConsumer<DomainName, List<Rule>> to) {
    octets.forEach(
        (offset, pool, at, count) -> to.accept(name(offset, pool, at, count), rulesAt(offset)));
  }

  /** The rules know their name; only a tombstone has to be read. */
  private DomainName name(int offset, byte[] pool, int at, int count) {
    List<Rule> rules = rulesAt(offset);
    return rules.isEmpty()
        ? DomainName.of(new String(pool, at, count, StandardCharsets.US_ASCII))
        : ((NameMatcher) rules.get(0).matcher()).name();
  }
}

package nadzor.blocklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadzor.flow.DomainName;

/** Collects rules by name and lays them out as a {@link NameIndex}. Used once, by one thread. */
final class NameIndexBuilder {
  private final Map<DomainName, List<Rule>> byName = new LinkedHashMap<>();
  private final Map<List<Rule>, Integer> numbers = new HashMap<>();
  private final List<Match> matches = new ArrayList<>();

  /** Adds one rule to those of its name. */
  NameIndexBuilder add(Rule rule) {
    byName.computeIfAbsent(rule.matcher().name(), name -> new ArrayList<>(1)).add(rule);
    return this;
  }

  /** Makes these the rules of a name; none is an entry that hides what stands beneath. */
  NameIndexBuilder put(DomainName name, Collection<Rule> rules) {
    byName.put(name, new ArrayList<>(rules));
    return this;
  }

  /** As {@link #put}, unless the name has rules here already. */
  NameIndexBuilder putIfAbsent(DomainName name, Collection<Rule> rules) {
    byName.computeIfAbsent(name, fresh -> new ArrayList<>(rules));
    return this;
  }

  NameIndex build() {
    if (byName.isEmpty()) {
      return NameIndex.EMPTY;
    }
    int octets = byName.keySet().stream().mapToInt(n -> NameIndex.HEADER + n.text().length()).sum();
    byte[] pool = new byte[octets];
    long[] table = new long[Integer.highestOneBit(Math.max(2, byName.size()) * 2 - 1) * 2];
    int offset = 0;
    for (Map.Entry<DomainName, List<Rule>> entry : byName.entrySet()) {
      byte[] name = entry.getKey().bytes();
      write(pool, offset, name, entry.getValue());
      claim(table, NameHash.of(name), offset);
      offset += NameIndex.HEADER + name.length;
    }
    return new NameIndex(table, pool, matches.toArray(Match[]::new), byName.size());
  }

  private void write(byte[] pool, int offset, byte[] name, List<Rule> rules) {
    List<Rule> self = rules.stream().filter(rule -> rule.matcher().reachesItself()).toList();
    List<Rule> below = rules.stream().filter(rule -> rule.matcher().reachesBelow()).toList();
    NameIndex.putInt(pool, offset, number(self));
    NameIndex.putInt(pool, offset + 4, number(below));
    pool[offset + 8] = (byte) name.length;
    System.arraycopy(name, 0, pool, offset + NameIndex.HEADER, name.length);
  }

  private int number(List<Rule> rules) {
    return numbers.computeIfAbsent(
        rules,
        fresh -> {
          Match match = Match.of(fresh);
          matches.add(match);
          return ((matches.size() - 1) << NameIndex.ORDER_BITS) | match.orders();
        });
  }

  private static void claim(long[] table, long mixed, int offset) {
    int slot = (int) mixed & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = (mixed & 0xffffffff00000000L) | (offset + 1);
  }
}

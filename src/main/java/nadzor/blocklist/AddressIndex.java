package nadzor.blocklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Prefixes and their rules in columns, one row each, found by one probe of a table of rows for each
 * length of prefix that occurs. Immutable, thread-safe.
 */
final class AddressIndex implements RuleIndex<AddressKey> {
  static final Layout<AddressKey, AddressIndex> LAYOUT =
      new Layout<>() {
        @Override
        public boolean takes(Matcher matcher) {
          return matcher instanceof AddressMatcher;
        }

        @Override
        public AddressKey keyOf(Matcher matcher) {
          return AddressKey.of((AddressMatcher) matcher);
        }

        @Override
        public AddressIndex build(Map<AddressKey, List<Rule>> entries) {
          return new AddressIndex(entries);
        }
      };

  /** Receives the row of a prefix that holds an address. */
  interface Rows {
    /** For who wants the measures only. */
    Rows UNHEARD = row -> {};

    void row(int row);
  }

  private final long[] high;
  private final long[] low;
  private final byte[] prefix;
  private final int[] anyPort;
  private final int[] somePorts;
  private final int[] table;
  private final int[] lengths;
  private final Match[] matches;

  private AddressIndex(Map<AddressKey, List<Rule>> entries) {
    int size = entries.size();
    high = new long[size];
    low = new long[size];
    prefix = new byte[size];
    anyPort = new int[size];
    somePorts = new int[size];
    table = new int[OctetIndexBuilder.tableLength(size)];
    lengths = lengths(entries);
    Numbering numbering = new Numbering();
    int row = 0;
    for (Map.Entry<AddressKey, List<Rule>> entry : entries.entrySet()) {
      put(row++, entry.getKey(), entry.getValue(), numbering);
    }
    matches = numbering.matches();
  }

  private static int[] lengths(Map<AddressKey, List<Rule>> entries) {
    TreeSet<Integer> distinct = new TreeSet<>();
    entries.keySet().forEach(key -> distinct.add(key.prefix()));
    return distinct.stream().mapToInt(Integer::intValue).toArray();
  }

  private void put(int row, AddressKey key, List<Rule> rules, Numbering numbering) {
    high[row] = key.high();
    low[row] = key.low();
    prefix[row] = (byte) key.prefix();
    List<Rule> any = rules.stream().filter(AddressIndex::isAtAnyPort).toList();
    anyPort[row] = numbering.number(any);
    somePorts[row] = numbering.number(rules.stream().filter(r -> !any.contains(r)).toList());
    int slot = (int) AddressKey.hash(key.high(), key.low(), key.prefix()) & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = row + 1;
  }

  private static PortRange ports(Rule rule) {
    return ((AddressMatcher) rule.matcher()).ports();
  }

  private static boolean isAtAnyPort(Rule rule) {
    return ports(rule).equals(PortRange.ALL);
  }

  /**
   * Finds all prefixes that hold an address, those that have an entry in another index left out.
   * Does not allocate.
   *
   * @param rows is told of each
   * @return the measures they order at this port, as bits
   */
  int scan(long addressHigh, long addressLow, int port, AddressIndex hiding, Rows rows) {
    boolean mapped = AddressKey.isMapped(addressHigh, addressLow);
    int orders = 0;
    for (int i = lengths.length - 1; i >= 0; i--) {
      int length = lengths[i];
      if (mapped && length < AddressKey.MAPPED && length != AddressKey.ANY) {
        continue;
      }
      long keyHigh = AddressKey.maskedHigh(addressHigh, length);
      long keyLow = AddressKey.maskedLow(addressLow, length);
      int row = locate(keyHigh, keyLow, length);
      if (row >= 0 && hiding.locate(keyHigh, keyLow, length) < 0) {
        orders |= ordersAt(row, port);
        rows.row(row);
      }
    }
    return orders;
  }

  /** The row of a prefix, or less than zero. */
  private int locate(long keyHigh, long keyLow, int length) {
    int slot = (int) AddressKey.hash(keyHigh, keyLow, length) & (table.length - 1);
    for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
      int row = table[slot] - 1;
      if (low[row] == keyLow && high[row] == keyHigh && prefix[row] == (byte) length) {
        return row;
      }
    }
    return OctetIndex.ABSENT;
  }

  private int ordersAt(int row, int port) {
    int orders = Numbering.orders(anyPort[row]);
    if (somePorts[row] != 0) {
      List<Rule> rules = matches[Numbering.index(somePorts[row])].rules();
      for (int i = 0; i < rules.size(); i++) {
        orders |= ports(rules.get(i)).holds(port) ? rules.get(i).measure().bit() : 0;
      }
    }
    return orders;
  }

  /** What a row holds at a port. */
  Match match(int row, int port) {
    Match limited = matches[Numbering.index(somePorts[row])];
    Match any = matches[Numbering.index(anyPort[row])];
    return any.plus(
        Match.of(limited.rules().stream().filter(rule -> ports(rule).holds(port)).toList()));
  }

  private List<Rule> rules(int row) {
    List<Rule> all = new ArrayList<>(matches[Numbering.index(anyPort[row])].rules());
    all.addAll(matches[Numbering.index(somePorts[row])].rules());
    return all;
  }

  @Override
  public int size() {
    return high.length;
  }

  @Override
  public long residentBytes() {
    return high.length * (8L + 8 + 1 + 4 + 4) + table.length * 4L;
  }

  @Override
  public Optional<List<Rule>> at(AddressKey key) {
    int row = locate(key.high(), key.low(), key.prefix());
    return row < 0 ? Optional.empty() : Optional.of(rules(row));
  }

  @Override
  public void forEach(BiConsumer<AddressKey, List<Rule>> to) {
    for (int row = 0; row < high.length; row++) {
      int length = prefix[row] == (byte) AddressKey.ANY ? AddressKey.ANY : prefix[row] & 0xff;
      to.accept(new AddressKey(high[row], low[row], length), rules(row));
    }
  }
}

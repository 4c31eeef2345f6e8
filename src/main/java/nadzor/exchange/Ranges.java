package nadzor.exchange;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadzor.flow.AddressRange;

/**
 * The ranges that were read, to say which overlap: prefixes overlap only where one holds the other.
 * Remembers a bounded number; single addresses are looked up but not remembered. Not thread-safe.
 */
final class Ranges {
  private static final int REMEMBERED = 100_000;

  private final Map<AddressRange, Integer> lines = new HashMap<>();
  private final TreeMap<InetAddress, AddressRange> byBase =
      new TreeMap<>((one, other) -> Arrays.compareUnsigned(octets(one), octets(other)));
  private final BitSet prefixes4 = new BitSet();
  private final BitSet prefixes6 = new BitSet();

  private static byte[] octets(InetAddress address) {
    return address.getAddress();
  }

  private BitSet prefixes(AddressRange range) {
    return range.base() instanceof Inet4Address ? prefixes4 : prefixes6;
  }

  /** Says what it overlaps, and remembers it. */
  void check(AddressRange range, int column, Intake in) throws IOException {
    Optional<AddressRange> other = holder(range).or(() -> held(range));
    if (other.isPresent()) {
      in.note(
          Fault.OVERLAP,
          column,
          range + ", which overlaps " + other.get() + " of line " + lines.get(other.get()),
          "ranges that do not overlap");
    }
    boolean single = range.prefix() == octets(range.base()).length * 8;
    if (!single && lines.size() < REMEMBERED) {
      lines.putIfAbsent(range, in.line());
      byBase.put(range.base(), range);
      prefixes(range).set(range.prefix());
    }
  }

  private Optional<AddressRange> holder(AddressRange range) {
    BitSet prefixes = prefixes(range);
    for (int i = prefixes.nextSetBit(0); i >= 0 && i <= range.prefix(); ) {
      AddressRange wider = new AddressRange(range.base(), i);
      if (lines.containsKey(wider)) {
        return Optional.of(wider);
      }
      i = prefixes.nextSetBit(i + 1);
    }
    return Optional.empty();
  }

  private Optional<AddressRange> held(AddressRange range) {
    return Optional.ofNullable(byBase.ceilingEntry(range.base()))
        .map(Map.Entry::getValue)
        .filter(next -> range.contains(next.base()));
  }
}

package nadzor.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a list, in numbers. Immutable.
 *
 * @param items read
 * @param written of them, by a writer; 0 where none wrote
 * @param octets of the file
 * @param remarks how many of each kind and rule, the key as {@code repaired trailing-dot}
 */
public record Conversion(long items, long written, long octets, Map<String, Long> remarks) {
  /** Nothing read. */
  public static final Conversion NOTHING = new Conversion(0, 0, 0, Map.of());

  /** Copies the counts. */
  public Conversion {
    remarks = java.util.Collections.unmodifiableMap(new TreeMap<>(remarks));
  }

  /** Both together. */
  public Conversion plus(Conversion other) {
    Map<String, Long> sum = new TreeMap<>(remarks);
    other.remarks.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return new Conversion(items + other.items, written + other.written, octets + other.octets, sum);
  }

  /** How many remarks of a kind there are. */
  public long count(Remark.Kind kind) {
    String start = key(kind, "");
    return remarks.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(start))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  static String key(Remark.Kind kind, String rule) {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + rule;
  }
}

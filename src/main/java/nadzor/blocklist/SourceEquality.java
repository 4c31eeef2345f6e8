package nadzor.blocklist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether sources of two versions are the same one; worked out once for each. Used by one thread.
 */
final class SourceEquality {
  private static final int UNKNOWN = -2;
  private static final int NONE = -1;

  private final Map<Entries, Map<Reason, Integer>> numbers = new HashMap<>();
  private final Map<Entries, Map<Entries, int[]>> translations = new HashMap<>();

  boolean same(Entries a, int first, Entries b, int second) {
    if (a == b) {
      return first == second;
    }
    int[] translation =
        translations
            .computeIfAbsent(a, s -> new HashMap<>())
            .computeIfAbsent(b, s -> fresh(a.sources().count()));
    if (translation[first] == UNKNOWN) {
      translation[first] =
          numbers
              .computeIfAbsent(b, entries -> numbers(entries.sources()))
              .getOrDefault(a.sources().reason(first, 0), NONE);
    }
    return translation[first] == second;
  }

  private static int[] fresh(int count) {
    int[] unknown = new int[count];
    Arrays.fill(unknown, UNKNOWN);
    return unknown;
  }

  private static Map<Reason, Integer> numbers(Sources sources) {
    Map<Reason, Integer> all = new HashMap<>();
    for (int i = 0; i < sources.count(); i++) {
      all.put(sources.reason(i, 0), i);
    }
    return all;
  }
}

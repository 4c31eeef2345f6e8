package nadzor.blocklist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Whether sources of two versions are the same one; worked out once for each. Used by one thread. */
final class SourceEquality {
  private static final int UNKNOWN = -2;
  private static final int NONE = -1;

  private final Map<Sources, Map<Reason, Integer>> numbers = new IdentityHashMap<>();
  private final Map<Sources, Map<Sources, int[]>> translations = new IdentityHashMap<>();

  boolean same(Sources a, int first, Sources b, int second) {
    if (a == b) {
      return first == second;
    }
    int[] translation =
        translations
            .computeIfAbsent(a, s -> new IdentityHashMap<>())
            .computeIfAbsent(b, s -> fresh(a.count()));
    if (translation[first] == UNKNOWN) {
      translation[first] =
          numbers.computeIfAbsent(b, SourceEquality::numbers).getOrDefault(a.reason(first, 0), NONE);
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

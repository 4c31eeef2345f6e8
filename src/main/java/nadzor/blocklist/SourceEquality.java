package nadzor.blocklist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Whether a source of the former version and one of the later are the same; worked out once for
 * each. Used by one thread.
 */
final class SourceEquality {
  private static final int UNKNOWN = -2;
  private static final int NONE = -1;

  private final UnaryOperator<Reason> called;
  private final Map<Entries, Map<Reason, Integer>> numbers = new HashMap<>();
  private final Map<Entries, Map<Entries, int[]>> translations = new HashMap<>();

  /**
   * @param called what a reason of the former version is in the later one
   */
  SourceEquality(UnaryOperator<Reason> called) {
    this.called = called;
  }

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
              .getOrDefault(called.apply(a.sources().reason(first, 0)), NONE);
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

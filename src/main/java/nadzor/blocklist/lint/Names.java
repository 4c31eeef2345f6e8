package nadzor.blocklist.lint;

import java.util.List;

/** A few names in a sentence. */
final class Names {
  private static final int SHOWN = 3;

  private Names() {}

  /** Such as {@code a.test, b.test and 7 more}. */
  static String some(List<?> names) {
    String first = String.join(", ", names.stream().limit(SHOWN).map(String::valueOf).toList());
    return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
  }
}

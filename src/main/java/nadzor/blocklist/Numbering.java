package nadzor.blocklist;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers sets of rules for the entries of one index. The low bits of a number say which measures
 * are ordered; the rest is the place of the match. Used once, by one thread.
 */
final class Numbering {
  private static final int ORDER_BITS = 2;
  private static final int ORDER_MASK = (1 << ORDER_BITS) - 1;

  private final List<Match> matches = new ArrayList<>(List.of(Match.NONE));

  static int index(int number) {
    return number >>> ORDER_BITS;
  }

  static int orders(int number) {
    return number & ORDER_MASK;
  }

  /** A number for these rules; 0 for none. */
  int number(List<Rule> rules) {
    if (rules.isEmpty()) {
      return 0;
    }
    Match match = Match.of(rules);
    matches.add(match);
    return ((matches.size() - 1) << ORDER_BITS) | match.orders();
  }

  /** All that were numbered, each at its index. */
  Match[] matches() {
    return matches.toArray(Match[]::new);
  }
}

package nadzor.office;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;

/**
 * Makes a version of rules. A long list that differs little from one that stands is made from that
 * one: it shares most of its memory, and a decision comes into force without all others being
 * compiled anew. Pure.
 */
final class VersionMaker {
  /** A list of fewer rules is made from nothing in no time. */
  static final int LONG = 5_000;

  /** Which share of its rules may differ. */
  private static final int SHARE = 32;

  private VersionMaker() {}

  /**
   * The version of this number.
   *
   * @param standing versions that it may be made from, the likeliest first
   */
  static Blocklist make(long number, Set<Rule> rules, Stream<VersionCard> standing) {
    if (rules.size() < LONG) {
      return Blocklist.compile(number, rules);
    }
    return standing
        .filter(one -> Math.abs(one.rules().size() - rules.size()) <= most(rules))
        .flatMap(one -> from(one, number, rules).stream())
        .findFirst()
        .orElseGet(() -> Blocklist.compile(number, rules));
  }

  private static int most(Set<Rule> rules) {
    return rules.size() / SHARE;
  }

  private static Optional<Blocklist> from(VersionCard base, long number, Set<Rule> rules) {
    List<Rule> removed = without(base.rules(), rules, most(rules));
    if (removed.size() > most(rules)) {
      return Optional.empty();
    }
    List<Rule> added = without(rules, new HashSet<>(base.rules()), most(rules));
    return added.size() > most(rules)
        ? Optional.empty()
        : Optional.of(base.list().next(number, added, removed));
  }

  /** What the others lack; one more than so many at most. */
  private static List<Rule> without(Collection<Rule> some, Set<Rule> others, int most) {
    return some.stream().filter(rule -> !others.contains(rule)).limit(most + 1L).toList();
  }
}

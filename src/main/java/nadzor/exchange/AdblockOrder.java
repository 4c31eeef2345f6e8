package nadzor.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.flow.DomainName;

/**
 * What goes before what among the rules of one list, or of several that are one together, wherever
 * they stand in it (AdGuard, "DNS filtering rules syntax", on {@code $important}): an important
 * exception, an important block, an exception, a block. Elsewhere in this house the nearest rule to
 * a name wins; so a rule that a wider one overrides wholly is left out, and what remains means the
 * same. Only names: rules with masks and addresses are as they are. Holds as much as the list has
 * exceptions and important rules. Not thread-safe.
 */
final class AdblockOrder {
  /**
   * A rule that goes before others.
   *
   * @param rank the place in their order, the higher the earlier
   * @param at where it stands
   * @param text as it is written
   */
  record Strong(NameMatcher what, int rank, Spot at, String text) {
    /** As a remark on a rule of that file names it. */
    String named(String file) {
      String where = at.file().equals(file) ? "line " + at.line() : at.file() + ":" + at.line();
      return "'" + text + "' of " + where;
    }

    boolean overrides(NameMatcher other, int weaker) {
      boolean same = what.name().equals(other.name());
      boolean reaches =
          same
              ? what.scope() == NameMatcher.Scope.SUFFIX || what.scope() == other.scope()
              : what.scope() != NameMatcher.Scope.EXACT && other.name().isWithin(what.name());
      return rank > weaker && reaches;
    }
  }

  private static final int EXCEPTION = 1;

  private final Map<DomainName, Map<NameMatcher, Strong>> known = new HashMap<>();

  private boolean maskExcepts;

  static int rank(boolean exception, boolean important) {
    return (exception ? EXCEPTION : 0) + (important ? 2 : 0);
  }

  /** A rule of the list; one of a name with the same reach that stands first is told. */
  void add(Matcher what, int rank, Spot at, String text) {
    maskExcepts |= rank == EXCEPTION && !(what instanceof NameMatcher);
    if (rank > 0 && what instanceof NameMatcher name) {
      Strong strong = new Strong(name, rank, at, text);
      known
          .computeIfAbsent(name.name(), absent -> new HashMap<>(2))
          .merge(name, strong, (old, late) -> late.rank > old.rank ? late : old);
    }
  }

  /** Whether what an important block orders can be lost to an exception by a mask. */
  boolean keeps(Matcher important) {
    return important instanceof NameMatcher && !maskExcepts;
  }

  /** What overrides all of a rule. */
  Optional<Strong> over(Matcher what, int rank) {
    if (!(what instanceof NameMatcher name) || known.isEmpty()) {
      return Optional.empty();
    }
    Optional<DomainName> at = Optional.of(name.name());
    while (at.isPresent()) {
      for (Strong strong : known.getOrDefault(at.get(), Map.of()).values()) {
        if (strong.overrides(name, rank)) {
          return Optional.of(strong);
        }
      }
      at = parent(at.get());
    }
    return Optional.empty();
  }

  private static Optional<DomainName> parent(DomainName name) {
    int dot = name.text().indexOf('.');
    return dot < 0 ? Optional.empty() : DomainName.tryOf(name.text().substring(dot + 1));
  }
}

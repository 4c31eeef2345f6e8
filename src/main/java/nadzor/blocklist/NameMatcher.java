package nadzor.blocklist;

import nadzor.flow.DomainName;

/**
 * Names by whole labels. Immutable.
 *
 * @param name the name it is about
 * @param scope that name, the names below it, or both
 */
public record NameMatcher(DomainName name, Scope scope) implements Matcher {
  /** How far a matcher reaches. */
  public enum Scope {
    /** The name alone. */
    EXACT,
    /** The names below it, not itself: a register's {@code *.example.org}. */
    BELOW,
    /** The name and all names below it. */
    SUFFIX
  }

  static NameMatcher read(String written) {
    if (written.startsWith("*.")) {
      return new NameMatcher(DomainName.of(written.substring(2)), Scope.BELOW);
    }
    if (written.startsWith(".")) {
      return new NameMatcher(DomainName.of(written.substring(1)), Scope.SUFFIX);
    }
    return new NameMatcher(DomainName.of(written), Scope.EXACT);
  }

  boolean reachesItself() {
    return scope != Scope.BELOW;
  }

  boolean reachesBelow() {
    return scope != Scope.EXACT;
  }

  @Override
  public boolean covers(DomainName other) {
    boolean itself = other.equals(name);
    return itself ? reachesItself() : reachesBelow() && other.isWithin(name);
  }

  /** Whether it holds every name that the other holds. */
  public boolean includes(NameMatcher other) {
    boolean itself = !other.reachesItself() || covers(other.name);
    return itself && (!other.reachesBelow() || (reachesBelow() && other.name.isWithin(name)));
  }

  /** As {@link Matcher#of} reads it. */
  @Override
  public String toString() {
    return switch (scope) {
      case EXACT -> name.text();
      case BELOW -> "*." + name;
      case SUFFIX -> "." + name;
    };
  }
}

package nadzor.blocklist;

import nadzor.flow.DomainName;

/**
 * Which names a rule applies to. Immutable.
 *
 * @param name the name it is about
 * @param scope that name, the names below it, or both
 */
public record Matcher(DomainName name, Scope scope) {
  /** How far a matcher reaches. */
  public enum Scope {
    /** The name alone. */
    EXACT,
    /** The names below it, not itself: a register's {@code *.example.org}. */
    BELOW,
    /** The name and all names below it. */
    SUFFIX
  }

  /** The name alone. */
  public static Matcher exact(DomainName name) {
    return new Matcher(name, Scope.EXACT);
  }

  /**
   * Reads {@code name} (exact), {@code *.name} (below) or {@code .name} (suffix: the name and
   * below).
   *
   * @throws IllegalArgumentException if what stands there is no domain name
   */
  public static Matcher of(String written) {
    if (written.startsWith("*.")) {
      return new Matcher(DomainName.of(written.substring(2)), Scope.BELOW);
    }
    if (written.startsWith(".")) {
      return new Matcher(DomainName.of(written.substring(1)), Scope.SUFFIX);
    }
    return exact(DomainName.of(written));
  }

  boolean reachesItself() {
    return scope != Scope.BELOW;
  }

  boolean reachesBelow() {
    return scope != Scope.EXACT;
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return switch (scope) {
      case EXACT -> name.text();
      case BELOW -> "*." + name;
      case SUFFIX -> "." + name;
    };
  }
}

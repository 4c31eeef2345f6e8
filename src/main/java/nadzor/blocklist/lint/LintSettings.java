package nadzor.blocklist.lint;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/**
 * What lint is told about the world. Immutable.
 *
 * @param popular names that are not to be hit by mistake
 * @param resolutions names with their addresses, as many as are known
 * @param networks ranges with their owners, as many as are known
 * @param validity when a reason holds
 * @param at the instant at which it is asked
 * @param enforceable whether any enforcement profile in use can carry out a rule
 * @param shared an address that so many names share is worth a warning
 * @param most how many findings of each check are kept; all are counted
 */
public record LintSettings(
    PopularNames popular,
    List<Resolution> resolutions,
    List<KnownNetwork> networks,
    Function<Reason, Validity> validity,
    Instant at,
    Predicate<Rule> enforceable,
    int shared,
    int most) {
  private static final int SHARED = 2;
  private static final int MOST = 1000;

  /** Keeps copies. */
  public LintSettings {
    resolutions = List.copyOf(resolutions);
    networks = List.copyOf(networks);
  }

  /** The names that are shipped, and nothing else known. */
  public static LintSettings usual(Instant at) {
    return new LintSettings(
        PopularNames.shipped(),
        List.of(),
        List.of(),
        reason -> Validity.ALWAYS,
        at,
        rule -> true,
        SHARED,
        MOST);
  }

  /** With other names. */
  public LintSettings with(PopularNames names) {
    return new LintSettings(names, resolutions, networks, validity, at, enforceable, shared, most);
  }

  /** With what is known of addresses. */
  public LintSettings with(List<Resolution> seen, List<KnownNetwork> known) {
    return new LintSettings(popular, seen, known, validity, at, enforceable, shared, most);
  }

  /** With what is known of reasons. */
  public LintSettings with(Function<Reason, Validity> known) {
    return new LintSettings(popular, resolutions, networks, known, at, enforceable, shared, most);
  }

  /** With what can be enforced. */
  public LintSettings enforcing(Predicate<Rule> possible) {
    return new LintSettings(popular, resolutions, networks, validity, at, possible, shared, most);
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.List;

/**
 * What policy made of given entries.
 *
 * @param policy all of its rules
 * @param journal the given entries and the derived decisions, each recorded when it happened
 * @param firings the rules that fired, in order of time
 * @param waiting the rules that did not
 */
public record Derivation(
    Policy policy, Journal journal, List<Firing> firings, List<Waiting> waiting) {
  /** Copies the lists. */
  public Derivation {
    firings = List.copyOf(firings);
    waiting = List.copyOf(waiting);
  }

  /** A journal of which no policy made anything. */
  public static Derivation none(Journal journal) {
    return new Derivation(new Policy(List.of()), journal, List.of(), List.of());
  }

  /**
   * A rule fired.
   *
   * @param due what it made, and on what that rests
   */
  public record Firing(Due due) {
    /** The rule. */
    public PolicyRule rule() {
      return due.rule();
    }

    /** When it fired. */
    public Instant at() {
      return due.at();
    }

    /** The decision that it took, or that would be taken on its proposal at once. */
    public Decision decision() {
      return due.proposal().taken(due.at(), due.because());
    }
  }

  /**
   * A rule did not fire.
   *
   * @param subject on whom
   * @param unmet the conditions that never hold, in words; none where they hold, but not together
   *     and long enough
   */
  public record Waiting(PolicyRule rule, Subject subject, List<String> unmet) {
    /** Copies the list. */
    public Waiting {
      unmet = List.copyOf(unmet);
    }
  }
}

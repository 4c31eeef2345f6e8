package nadzor.registry;

import java.time.Instant;
import java.util.List;

/**
 * What policy made of given entries.
 *
 * @param journal the given entries and the derived decisions, each recorded when it happened
 * @param firings the rules that fired, in order of time
 * @param waiting the rules that did not
 */
public record Derivation(Journal journal, List<Firing> firings, List<Waiting> waiting) {
  /** Copies the lists. */
  public Derivation {
    firings = List.copyOf(firings);
    waiting = List.copyOf(waiting);
  }

  /** A rule fired. */
  public record Firing(PolicyRule rule, Instant at, Decision decision) {}

  /**
   * A rule did not fire.
   *
   * @param unmet the conditions that never hold, in words; none where they hold, but not together
   *     and long enough
   */
  public record Waiting(PolicyRule rule, List<String> unmet) {
    /** Copies the list. */
    public Waiting {
      unmet = List.copyOf(unmet);
    }
  }
}

package nadzor.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nadzor.files.Position;
import nadzor.lab.Site;
import nadzor.probe.Outcome;

/**
 * What a scenario expects. Immutable.
 *
 * @param decisions what the policy is to derive
 * @param statements how many statements are published up to the last step
 * @param unenforced what is in force and cannot be carried out where
 * @param outcomes first match wins
 * @param otherwise for cells that no line names; empty: nothing is expected of them
 * @param updates what lint and impact are to say before a list ships
 */
public record Expectations(
    List<Derived> decisions,
    OptionalInt statements,
    List<Unenforced> unenforced,
    List<Line> outcomes,
    Optional<Outcome> otherwise,
    List<Update> updates) {
  /** Copies the lists. */
  public Expectations {
    decisions = List.copyOf(decisions);
    unenforced = List.copyOf(unenforced);
    outcomes = List.copyOf(outcomes);
    updates = List.copyOf(updates);
  }

  /** A decision that the policy is to derive: when (in Moscow), and on how many violations. */
  public record Derived(Position at, String decision, LocalDate taken, int violations) {}

  /** A decision that a network cannot carry out. */
  public record Unenforced(String network, String decision) {}

  /** A line of outcomes; an empty set stands for all. */
  public record Line(
      Position at,
      Set<String> steps,
      Set<String> networks,
      Set<String> techniques,
      Set<String> groups,
      Set<String> sites,
      Outcome outcome) {
    boolean covers(String step, String network, String technique, Site site) {
      return has(steps, step)
          && has(networks, network)
          && has(techniques, technique)
          && has(groups, site.role())
          && has(sites, site.host().text());
    }

    private static boolean has(Set<String> words, String word) {
      return words.isEmpty() || words.contains(word);
    }
  }

  /** The same, but for what only a whole run can show: statements, and what is unenforced where. */
  public Expectations ofSingleSteps() {
    return new Expectations(
        decisions, OptionalInt.empty(), List.of(), outcomes, otherwise, updates);
  }

  /** What is expected of one cell. */
  public Optional<Outcome> of(String step, String network, String technique, Site site) {
    return outcomes.stream()
        .filter(line -> line.covers(step, network, technique, site))
        .findFirst()
        .map(Line::outcome)
        .or(() -> otherwise);
  }
}

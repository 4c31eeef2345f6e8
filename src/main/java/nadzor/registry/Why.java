package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.flow.DomainName;

/**
 * Which decisions hold a name at an instant, and what they rest on; none where it is free.
 * Immutable.
 */
public record Why(DomainName name, Instant at, List<Holding> holdings) {
  /** Copies the list. */
  public Why {
    holdings = List.copyOf(holdings);
  }

  /**
   * One decision in force that holds the name.
   *
   * @param entry its register entry
   * @param resources the entry's resources that cover the name
   * @param decision the decision
   * @param caseFile its case
   * @param violations those it rests on: where policy derived it the ones that counted, else all by
   *     the platforms it is on that were recorded when it was taken
   */
  public record Holding(
      RegisterEntry entry,
      List<Resource> resources,
      Decision decision,
      CaseFile caseFile,
      List<Violation> violations) {
    /** Copies the lists. */
    public Holding {
      resources = List.copyOf(resources);
      violations = List.copyOf(violations);
    }
  }

  /** Asks the registry; the instant may lie after the registry's. */
  public static Why of(Registry registry, Instant at, DomainName name) {
    return new Why(name, at, holdings(registry, at, Asked.of(name)));
  }

  /** The same for anything that can be looked up. */
  public static List<Holding> holdings(Registry registry, Instant at, Asked asked) {
    return Register.holding(registry, at, asked).stream()
        .flatMap(entry -> holding(registry, entry, asked).stream())
        .toList();
  }

  private static Optional<Holding> holding(Registry registry, RegisterEntry entry, Asked asked) {
    List<Resource> covering = entry.resources().stream().filter(asked::isOf).toList();
    return registry
        .decision(entry.decisionId())
        .map(
            decision ->
                new Holding(
                    entry,
                    covering,
                    decision,
                    registry.caseOf(decision, decision.caseId()),
                    violations(registry, decision)));
  }

  private static List<Violation> violations(Registry registry, Decision decision) {
    return decision
        .because()
        .map(because -> because.violations().stream().flatMap(id -> one(registry, id)).toList())
        .orElseGet(
            () -> registry.counting(decision.order().targets(), decision.timetable().takenAt()));
  }

  private static Stream<Violation> one(Registry registry, String id) {
    return registry.violation(id).stream();
  }
}

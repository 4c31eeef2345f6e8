package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All entries in force at an instant, in the order of the journal; one for each decision and
 * platform. Immutable.
 */
public record Register(Instant at, List<RegisterEntry> entries) {
  private static final int NUMBERS_OF_A_DECISION = 1000;

  /** Copies the entries. */
  public Register {
    entries = List.copyOf(entries);
  }

  /**
   * The register of that instant, from what the registry knows. The instant may lie after the
   * registry's: then it is the register as planned, which a network that is early applies.
   */
  public static Register at(Registry registry, Instant instant) {
    return new Register(
        instant,
        registry.books().decisions.values().stream()
            .filter(recorded -> isInForce(registry, recorded.entry(), instant))
            .flatMap(recorded -> entries(registry, recorded))
            .toList());
  }

  private static boolean isInForce(Registry registry, Decision decision, Instant instant) {
    return registry
        .decisionState(decision.id(), instant)
        .filter(DecisionState.IN_FORCE::equals)
        .isPresent();
  }

  private static Stream<RegisterEntry> entries(Registry registry, Recorded<Decision> recorded) {
    Decision decision = recorded.entry();
    Instant from = decision.timetable().inForceFrom();
    String notice = new StatementText(registry).restriction(decision, from).text();
    List<String> targets = decision.order().targets();
    return IntStream.range(0, targets.size())
        .mapToObj(
            place ->
                entry(
                    recorded.number() * NUMBERS_OF_A_DECISION + place,
                    decision,
                    registry.catalogue().require(decision.title(), targets.get(place)),
                    notice));
  }

  private static RegisterEntry entry(long id, Decision decision, Platform platform, String notice) {
    return new RegisterEntry(
        id,
        decision.mark().includedAt().orElse(decision.timetable().inForceFrom()),
        decision.mark().entryType(),
        decision.mark().blockType(),
        CitedDecision.of(decision),
        decision.grounds().registerLaw(),
        decision.id(),
        decision.caseId(),
        platform.id(),
        decision.order().measure(),
        platform.resources(decision.order().scope()),
        notice);
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nadzor.blocklist.Notice;

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
    Lives lives = registry.lives();
    List<RegisterEntry> entries = new ArrayList<>();
    for (Recorded<Decision> recorded : registry.books().decisions.upTo(registry.limit())) {
      if (lives.isInForce(recorded.entry(), instant)) {
        entries.addAll(entries(registry, recorded));
      }
    }
    return new Register(instant, entries);
  }

  /** The entries of that instant that follow from one decision; does not look at others. */
  public static List<RegisterEntry> of(Registry registry, Instant instant, String decisionId) {
    return registry.books().decisions.find(decisionId, registry.limit()).stream()
        .filter(recorded -> registry.lives().isInForce(recorded.entry(), instant))
        .flatMap(recorded -> entries(registry, recorded).stream())
        .toList();
  }

  /** The entries of that instant that hold what is asked for, in order; does not look at others. */
  public static List<RegisterEntry> holding(Registry registry, Instant instant, Asked asked) {
    Lives lives = registry.lives();
    return registry.books().resources.candidates(asked).stream()
        .flatMap(id -> registry.catalogue().platform(id).stream())
        .filter(platform -> platform.resources().stream().anyMatch(asked::isOf))
        .flatMap(
            platform ->
                registry.books().decisionsOn.upTo(platform.id(), registry.limit()).stream()
                    .filter(recorded -> lives.isInForce(recorded.entry(), instant))
                    .flatMap(recorded -> entries(registry, recorded).stream())
                    .filter(entry -> entry.platformId().equals(platform.id())))
        .filter(entry -> entry.resources().stream().anyMatch(asked::isOf))
        .distinct()
        .sorted(Comparator.comparingLong(RegisterEntry::id))
        .toList();
  }

  private static List<RegisterEntry> entries(Registry registry, Recorded<Decision> recorded) {
    Decision decision = recorded.entry();
    Notice notice = new RestrictionNotice(registry, decision);
    List<String> targets = decision.order().targets();
    List<RegisterEntry> entries = new ArrayList<>(targets.size());
    for (int place = 0; place < targets.size(); place++) {
      entries.add(
          entry(
              recorded.number() * NUMBERS_OF_A_DECISION + place,
              decision,
              registry.catalogue().require(decision.title(), targets.get(place)),
              notice));
    }
    return entries;
  }

  private static RegisterEntry entry(long id, Decision decision, Platform platform, Notice notice) {
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

package nadzor.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nadzor.blocklist.Measure;

/**
 * All entries in force at an instant, in the order of the journal; one for each decision and
 * platform. Immutable.
 */
public record Register(Instant at, List<RegisterEntry> entries) {
  static final int NUMBERS_OF_A_DECISION = 1000;

  /** Copies the entries, unless they are made when they are read. */
  public Register {
    entries = entries instanceof RegisterRows ? entries : List.copyOf(entries);
  }

  /**
   * The register of that instant, from what the registry knows. The instant may lie after the
   * registry's: then it is the register as planned, which a network that is early applies.
   */
  public static Register at(Registry registry, Instant instant) {
    return new Register(instant, entries(registry, instant, Optional.empty()));
  }

  /**
   * The entries of that instant, of one measure or of both; each is made when it is read, so that a
   * part of a long register costs little.
   */
  public static List<RegisterEntry> entries(
      Registry registry, Instant instant, Optional<Measure> measure) {
    return new RegisterRows(registry, registry.books().spells.entries(registry, instant, measure));
  }

  /**
   * Those of them that have a text in the decision's id, the law, the platform, the authority or a
   * resource.
   *
   * @param has whether it is in a text
   */
  public static List<RegisterEntry> having(
      Registry registry, Instant instant, Optional<Measure> measure, Predicate<String> has) {
    long[] all = registry.books().spells.entries(registry, instant, measure);
    DecisionText text = new DecisionText(registry, has);
    return new RegisterRows(registry, Arrays.stream(all).filter(text::isInEntry).toArray());
  }

  /** The entries of that instant on a platform, in order; does not look at others. */
  public static List<RegisterEntry> on(Registry registry, Instant instant, String platformId) {
    Lives lives = registry.lives();
    return registry.books().decisionsOn.upTo(platformId, registry.limit()).stream()
        .filter(recorded -> lives.isInForce(recorded.entry(), instant))
        .distinct()
        .flatMap(recorded -> entries(registry, recorded).stream())
        .filter(entry -> entry.platformId().equals(platformId))
        .toList();
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
    return registry.books().resources.candidates(asked).stream()
        .flatMap(id -> registry.catalogue().platform(id).stream())
        .filter(platform -> platform.resources().stream().anyMatch(asked::isOf))
        .flatMap(platform -> on(registry, instant, platform.id()).stream())
        .filter(entry -> entry.resources().stream().anyMatch(asked::isOf))
        .distinct()
        .sorted(Comparator.comparingLong(RegisterEntry::id))
        .toList();
  }

  private static List<RegisterEntry> entries(Registry registry, Recorded<Decision> recorded) {
    int places = recorded.entry().order().targets().size();
    return IntStream.range(0, places).mapToObj(place -> entry(registry, recorded, place)).toList();
  }

  /** What a decision holds of the platform in that place of its order. */
  static RegisterEntry entry(Registry registry, Recorded<Decision> recorded, int place) {
    Decision decision = recorded.entry();
    Platform platform =
        registry.catalogue().require(decision.title(), decision.order().targets().get(place));
    return new RegisterEntry(
        recorded.number() * NUMBERS_OF_A_DECISION + place,
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
        new RestrictionNotice(registry, recorded, decision.id()));
  }
}

package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Decision;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;
import nadzor.registry.PlatformCard;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;

/**
 * What networks apply was worked out, and how long that stays true. Immutable.
 *
 * @param limit from the records up to that number
 * @param from at that instant
 * @param until when a decision or a network moves next
 */
record Settled(long limit, Instant from, Optional<Instant> until) {
  /** Whether that registry orders the same at that instant. */
  boolean holds(Registry registry, Instant at) {
    return !at.isBefore(from)
        && until.filter(end -> !at.isBefore(end)).isEmpty()
        && limit <= registry.limit()
        && fresh(registry).stream().map(Recorded::entry).noneMatch(Settled::makesRules);
  }

  private List<Recorded<?>> fresh(Registry registry) {
    return registry.entries().subList((int) limit, (int) registry.limit());
  }

  private static boolean makesRules(Entry entry) {
    return entry instanceof Decision || entry instanceof Lifting || entry instanceof PlatformCard;
  }
}

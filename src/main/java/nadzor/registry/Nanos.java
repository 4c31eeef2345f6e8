package nadzor.registry;

import java.time.Instant;

/**
 * Instants as numbers, nanoseconds since 1970, for columns that are gone through quickly. Those
 * before 1678 and after 2261 have none.
 */
final class Nanos {
  /** Never: after every instant. */
  static final long NEVER = Long.MAX_VALUE;

  private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");
  private static final long BILLION = 1_000_000_000;

  private Nanos() {}

  static boolean has(Instant instant) {
    return instant.isAfter(FIRST) && instant.isBefore(LAST);
  }

  /** The number; of an instant that has none, one that is before or after all others. */
  static long of(Instant instant) {
    if (has(instant)) {
      return instant.getEpochSecond() * BILLION + instant.getNano();
    }
    return instant.isAfter(FIRST) ? NEVER - 1 : Long.MIN_VALUE;
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, BILLION), Math.floorMod(nanos, BILLION));
  }
}

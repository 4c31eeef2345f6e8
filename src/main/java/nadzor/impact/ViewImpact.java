package nadzor.impact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the update changes under one view. Immutable.
 *
 * @param view its name
 * @param totals by outcome; a name whose requests come to different outcomes counts in each
 * @param breakdowns one for each dimension
 * @param newlyRestricted the names that weigh most
 * @param newlyFree likewise
 * @param collateral what is hit without being named
 * @param times by hours or days, where that was asked for
 */
public record ViewImpact(
    String view,
    Map<Outcome, Count> totals,
    List<Breakdown> breakdowns,
    List<HitName> newlyRestricted,
    List<HitName> newlyFree,
    Collateral collateral,
    Optional<Timetable> times) {
  /** Of one outcome. */
  public Count of(Outcome outcome) {
    return totals.getOrDefault(outcome, Count.NONE);
  }

  /** All requests. */
  public long requests() {
    return totals.values().stream().mapToLong(Count::requests).sum();
  }

  /** The share of requests that is newly restricted, 0 to 1. */
  public double share() {
    long all = requests();
    return all == 0 ? 0 : (double) of(Outcome.NEWLY_RESTRICTED).requests() / all;
  }

  /** The table of one dimension. */
  public Breakdown by(Dimension dimension) {
    return breakdowns.stream()
        .filter(table -> table.by() == dimension)
        .findFirst()
        .orElseGet(() -> new Breakdown(dimension, 0, List.of()));
  }
}

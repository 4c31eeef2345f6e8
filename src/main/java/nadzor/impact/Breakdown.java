package nadzor.impact;

import java.util.List;
import java.util.Map;

/**
 * The difference by one dimension. What several rules hold counts for each of them, so rows may add
 * up to more than the total. Immutable.
 *
 * @param by the dimension
 * @param keys how many rows there are in all
 * @param rows the first of them: most newly restricted requests first, then most newly free ones
 */
public record Breakdown(Dimension by, long keys, List<Row> rows) {
  /**
   * One row.
   *
   * @param key such as a rule
   * @param counts by outcome; one that is not there is nothing
   */
  public record Row(String key, Map<Outcome, Count> counts) {
    /** Of one outcome. */
    public Count of(Outcome outcome) {
      return counts.getOrDefault(outcome, Count.NONE);
    }
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record that counts for a condition, for a time. Immutable.
 *
 * @param id of the violation, demand or decision
 */
record Ground(String id, Span span) {
  boolean countsAt(Instant instant) {
    return !span.from().isAfter(instant) && span.to().isAfter(instant);
  }

  /** When at least so many count together. */
  static List<Span> together(int atLeast, List<Ground> grounds) {
    TreeMap<Instant, Integer> counts = new TreeMap<>();
    for (Ground ground : grounds) {
      counts.merge(ground.span.from(), 1, Integer::sum);
      counts.merge(ground.span.to(), -1, Integer::sum);
    }
    int count = 0;
    for (Map.Entry<Instant, Integer> change : counts.entrySet()) {
      count += change.getValue();
      change.setValue(count);
    }
    return Span.where(
        counts.navigableKeySet(), at -> counts.getOrDefault(at, 0) >= Math.max(1, atLeast));
  }
}

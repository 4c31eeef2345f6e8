package nadzor.impact.traffic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what was left out of one file, with the first place of each kind. Not thread-safe. */
final class Skips {
  private final Map<Skip, TrafficSummary.Skipped> byKind = new EnumMap<>(Skip.class);

  /**
   * Something is left out.
   *
   * @param place line, packet or frame, from 1; 0 where nobody knows
   */
  void add(Skip why, String file, long place, long rows) {
    if (rows > 0) {
      TrafficSummary.Skipped one =
          new TrafficSummary.Skipped(why, rows, place > 0 ? file + ":" + place : file);
      byKind.merge(why, one, TrafficSummary.Skipped::plus);
    }
  }

  List<TrafficSummary.Skipped> all() {
    return List.copyOf(byKind.values());
  }
}

package nadzor.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nadzor.impact.traffic.Grain;
import nadzor.impact.traffic.Stamp;
import nadzor.impact.traffic.Timing;

/** Counts by quarters of an hour, of which hours and days are made at the end. Not thread-safe. */
final class Periods {
  private final TreeMap<Stamp, Map<Outcome, Long>> quarters = new TreeMap<>();

  void add(Stamp quarter, Outcome outcome, long requests) {
    if (requests > 0) {
      quarters
          .computeIfAbsent(quarter, absent -> new EnumMap<>(Outcome.class))
          .merge(outcome, requests, Long::sum);
    }
  }

  Timetable table(Timing timing) {
    Grain grain = timing.grain().orElseGet(() -> Grain.of(span(timing)));
    TreeMap<Instant, Map<Outcome, Long>> rows = new TreeMap<>();
    quarters.forEach(
        (stamp, counts) -> {
          if (stamp.kind() == Stamp.Kind.TOLD) {
            Instant start = grain.start(stamp.instant(), timing.zone());
            Map<Outcome, Long> row =
                rows.computeIfAbsent(start, absent -> new EnumMap<>(Outcome.class));
            counts.forEach((outcome, requests) -> row.merge(outcome, requests, Long::sum));
          }
        });
    List<Timetable.Row> told = new ArrayList<>();
    rows.forEach((start, counts) -> told.add(new Timetable.Row(start, counts)));
    return new Timetable(
        grain,
        timing.zone(),
        told,
        quarters.getOrDefault(Stamp.NONE, Map.of()),
        quarters.getOrDefault(Stamp.UNREADABLE, Map.of()));
  }

  /** Of what is asked for, or of what there is. */
  private Duration span(Timing timing) {
    List<Instant> told =
        quarters.keySet().stream()
            .filter(stamp -> stamp.kind() == Stamp.Kind.TOLD)
            .map(Stamp::instant)
            .toList();
    if (told.isEmpty()) {
      return Duration.ZERO;
    }
    return Duration.between(
        timing.since().orElse(told.get(0)), timing.until().orElse(told.get(told.size() - 1)));
  }
}

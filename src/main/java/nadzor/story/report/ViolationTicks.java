package nadzor.story.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadzor.registry.Violation;

/** The days on which violations were recorded, each with the total by then. */
record ViolationTicks(Played played, TimeScale time) {
  private static final double TICK = 14;
  private static final double LABELS_APART = 52;

  List<Html> at(double y) {
    List<Html> parts = new ArrayList<>();
    double free = 0;
    long total = 0;
    for (Map.Entry<Instant, Long> day : days().entrySet()) {
      total += day.getValue();
      double x = time.x(day.getKey());
      if (time.holds(day.getKey())) {
        parts.add(Svg.box("tick-mark", x - 1.5, y + 4, 3, TICK));
      }
      if (time.holds(day.getKey()) && x >= free) {
        String more = day.getValue() > 1 ? " (+" + day.getValue() + ")" : "";
        parts.add(Svg.text("note", "start", x + 5, y + 16, total + more));
        free = x + LABELS_APART;
      }
    }
    return parts;
  }

  private Map<Instant, Long> days() {
    return played.violations().stream()
        .collect(Collectors.groupingBy(Violation::at, TreeMap::new, Collectors.counting()));
  }
}

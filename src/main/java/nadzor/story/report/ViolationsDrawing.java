package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nadzor.registry.Decision;
import nadzor.registry.Violation;

/** Violations as a staircase over the ticks that make it, with the counts decisions rest on. */
record ViolationsDrawing(Played played) {
  private static final double LEFT = 44;
  private static final double RIGHT = Svg.WIDTH - 24;
  private static final double TOP = 30;
  private static final double FLOOR = 200;
  private static final double TICKS = 206;
  private static final double TICK = 14;
  private static final double BOTTOM = 228;
  private static final double HEIGHT = 258;
  private static final double LABELS_APART = 17;

  Html html() {
    List<Violation> violations = played.violations();
    Instant first = violations.get(0).at().minus(Duration.ofDays(20));
    TimeScale time = new TimeScale(first, played.until(), LEFT, RIGHT);
    List<Html> parts = new ArrayList<>();
    parts.add(Svg.timeAxis(time, TOP, BOTTOM));
    parts.add(Svg.line("axis", LEFT, FLOOR, RIGHT, FLOOR));
    guides(parts, time);
    parts.add(Svg.path("stairs", stairs(time)));
    violations.forEach(violation -> parts.add(tick(time, violation)));
    parts.add(Svg.text("tick", "end", LEFT - 8, FLOOR + 4, "0"));
    return Svg.drawing("Violations on record, accumulated", HEIGHT, parts);
  }

  private double y(long count) {
    return FLOOR - (FLOOR - TOP) * count / Math.max(1, played.violations().size());
  }

  private String stairs(TimeScale time) {
    StringBuilder path = new StringBuilder(point("M", LEFT, FLOOR));
    long count = 0;
    for (Violation violation : played.violations()) {
      double x = time.x(violation.at());
      path.append(point("L", x, y(count))).append(point("L", x, y(++count)));
    }
    return path.append(point("L", RIGHT, y(count))).toString();
  }

  private static String point(String command, double x, double y) {
    return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y);
  }

  private static Html tick(TimeScale time, Violation violation) {
    String look = violation.reconstructed() ? "tick-mark hollow" : "tick-mark";
    String kind = violation.reconstructed() ? " (reconstructed)" : "";
    return tag("g")
        .holding(
            tag("title").text(violation.id() + ", " + When.day(violation.date()) + kind),
            Svg.box(look, time.x(violation.at()) - 1.5, TICKS, 3, TICK));
  }

  /** One dashed line for each count that a decision rests on, its label kept off the others. */
  private void guides(List<Html> parts, TimeScale time) {
    Map<Integer, Decision> counts = new TreeMap<>();
    for (Decision decision : played.decisions()) {
      decision.because().ifPresent(why -> counts.put(why.violations().size(), decision));
    }
    double free = FLOOR + LABELS_APART;
    for (Map.Entry<Integer, Decision> guide : counts.entrySet()) {
      double y = y(guide.getKey());
      double label = Math.min(y - 5, free - LABELS_APART);
      free = label;
      double end = time.x(guide.getValue().timetable().takenAt());
      parts.add(Svg.line("guide", LEFT, y, end, y));
      parts.add(
          Svg.text("tick", "end", LEFT - 8, Math.min(y + 4, label + 9), guide.getKey().toString()));
      parts.add(Svg.text("note", "start", LEFT + 6, label, said(guide.getValue())));
    }
  }

  private String said(Decision decision) {
    return When.day(decision.timetable().takenAt()) + ": " + played.order(decision);
  }
}

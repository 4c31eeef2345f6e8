package nadzor.impact.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import nadzor.impact.Outcome;
import nadzor.impact.Timetable;

/** Drawings over time. Where there are more periods than room, neighbours are added up. */
final class Plots {
  private static final double LEFT = 90;
  private static final double RIGHT = 20;
  private static final double TOP = 24;
  private static final double HEIGHT = 90;
  private static final int MOST_BARS = 400;

  private Plots() {}

  /** What is drawn of each period, above or below the axis. */
  private record Series(String look, boolean up, ToLongFunction<Timetable.Row> value) {}

  /** A stretch of the axis, cut into bars of equal length. */
  private record Axis(Instant first, long seconds, int bars) {
    static Axis of(Timetable table) {
      Instant first = table.rows().get(0).start();
      Instant last = table.rows().get(table.rows().size() - 1).start();
      long seconds =
          table.grain().end(last, table.zone()).getEpochSecond() - first.getEpochSecond();
      long period =
          table.grain().end(first, table.zone()).getEpochSecond() - first.getEpochSecond();
      return new Axis(first, seconds, (int) Math.min(MOST_BARS, Math.max(1, seconds / period)));
    }

    /**
     * The bar of a period: that of its middle's beginning, so that a day of 23 hours has its own.
     */
    int bar(Timetable.Row row) {
      long at = row.start().getEpochSecond() - first.getEpochSecond();
      return (int) Math.min(bars - 1, Math.round((double) at * bars / seconds));
    }

    long[] heights(Timetable table, ToLongFunction<Timetable.Row> value) {
      long[] heights = new long[bars];
      table.rows().forEach(row -> heights[bar(row)] += value.applyAsLong(row));
      return heights;
    }
  }

  /** Newly restricted above the axis, newly free below it. */
  static Markup changes(Timetable table) {
    return plot(
        "Newly restricted (above) and newly free requests (below) by " + table.grain().word(),
        table,
        List.of(
            new Series(
                Outcome.NEWLY_RESTRICTED.word(), true, row -> row.of(Outcome.NEWLY_RESTRICTED)),
            new Series(Outcome.NEWLY_FREE.word(), false, row -> row.of(Outcome.NEWLY_FREE))));
  }

  /** All requests, to hold the changes against. */
  static Markup all(Timetable table) {
    return plot(
        "All requests by " + table.grain().word(),
        table,
        List.of(new Series(Outcome.STILL_RESTRICTED.word(), true, Timetable.Row::all)));
  }

  private static Markup plot(String title, Timetable table, List<Series> series) {
    if (table.rows().isEmpty()) {
      return Markup.NONE;
    }
    Axis axis = Axis.of(table);
    List<long[]> heights = series.stream().map(one -> axis.heights(table, one.value())).toList();
    long most = heights.stream().flatMapToLong(Arrays::stream).max().orElse(0);
    boolean below = series.stream().anyMatch(one -> !one.up());
    List<Markup> parts = new ArrayList<>();
    parts.add(Drawings.text("end", LEFT - 10, TOP + 6, Numbers.of(most)));
    parts.add(Drawings.text("end", LEFT - 10, TOP + HEIGHT + 5, "0"));
    for (int i = 0; i < series.size(); i++) {
      bars(series.get(i), heights.get(i), most, parts);
    }
    double foot = TOP + (below ? 2 : 1) * HEIGHT + 18;
    Timetable.Row last = table.rows().get(table.rows().size() - 1);
    parts.add(Drawings.text("start", LEFT, foot, table.name(table.rows().get(0))));
    parts.add(Drawings.text("end", Drawings.WIDTH - RIGHT, foot, table.name(last)));
    return Drawings.drawing(title + ", " + table.zone(), foot + 8, parts);
  }

  private static void bars(Series series, long[] heights, long most, List<Markup> parts) {
    double width = (Drawings.WIDTH - LEFT - RIGHT) / heights.length;
    for (int i = 0; i < heights.length; i++) {
      double height = heights[i] == 0 ? 0 : Math.max(1, HEIGHT * heights[i] / Math.max(1, most));
      double y = series.up() ? TOP + HEIGHT - height : TOP + HEIGHT;
      if (height > 0) {
        double gap = width > 4 ? 1 : 0;
        parts.add(Drawings.box(series.look(), LEFT + i * width, y, width - gap, height));
      }
    }
  }
}

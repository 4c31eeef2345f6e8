package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The rates of one site: steps from left to right, one shape for each network.
 *
 * @param all the series of every site: they share one scale
 */
record RateDrawing(String title, List<RateSeries> series, List<RateSeries> all) {
  private static final double LEFT = 84;
  private static final double RIGHT = Svg.WIDTH - 24;
  private static final double TOP = 40;
  private static final double FLOOR = 250;
  private static final double NONE = 276;
  private static final double HEIGHT = 346;
  private static final double DODGE = 15;

  Html html() {
    List<Html> parts = new ArrayList<>();
    LogScale scale = scale();
    parts.add(axes(scale));
    for (int i = 0; i < series.size(); i++) {
      parts.add(Svg.group("series series-" + Shape.number(i), series(i, scale)));
    }
    return Svg.drawing(title, HEIGHT, parts);
  }

  private LogScale scale() {
    DoubleStream rates =
        all.stream()
            .flatMap(one -> one.points().stream())
            .map(RateSeries.Point::rate)
            .flatMapToDouble(OptionalDouble::stream);
    return LogScale.around(rates.toArray(), FLOOR, TOP);
  }

  private double column() {
    return (RIGHT - LEFT) / Math.max(1, series.get(0).points().size());
  }

  private double x(int step, int network) {
    double middle = LEFT + column() * (step + 0.5);
    double apart = Math.min(DODGE, column() / (series.size() + 1));
    return middle + (network - (series.size() - 1) / 2.0) * apart;
  }

  private Html axes(LogScale scale) {
    List<Html> parts = new ArrayList<>();
    for (double decade : scale.decades()) {
      double y = scale.y(decade);
      parts.add(Svg.line("grid", LEFT, y, RIGHT, y));
      parts.add(Svg.text("tick", "end", LEFT - 10, y + 4, Words.rate(decade)));
    }
    parts.add(Svg.text("note", "start", 0, TOP - 24, "bytes per second, logarithmic"));
    parts.add(Svg.text("tick", "end", LEFT - 10, NONE + 4, "none"));
    parts.add(Svg.line("axis", LEFT, FLOOR + 8, RIGHT, FLOOR + 8));
    List<RateSeries.Point> points = series.get(0).points();
    for (int i = 0; i < points.size(); i++) {
      double x = LEFT + column() * (i + 0.5);
      parts.add(
          Svg.text("name", "middle", x, HEIGHT - 28, When.shortDay(points.get(i).step().at())));
      parts.add(
          Svg.text(
              "note", "middle", x, HEIGHT - 10, Words.shortened(points.get(i).step().name(), 16)));
    }
    return Svg.group("axes", parts);
  }

  private List<Html> series(int network, LogScale scale) {
    List<Html> parts = new ArrayList<>();
    parts.add(Svg.path("thread", thread(network, scale)));
    List<RateSeries.Point> points = series.get(network).points();
    for (int i = 0; i < points.size(); i++) {
      RateSeries.Point point = points.get(i);
      if (point.rate().isPresent()) {
        double y = scale.y(point.rate().getAsDouble());
        parts.add(shape(network, x(i, network), y, point));
      } else if (!point.outcome().isEmpty()) {
        parts.add(none(network, x(i, network), point));
      }
    }
    return parts;
  }

  private Html shape(int network, double x, double y, RateSeries.Point point) {
    return tag("g").holding(named(network, point), Shape.of(network).at(x, y));
  }

  private Html none(int network, double x, RateSeries.Point point) {
    return tag("g", "hollow").holding(named(network, point), Shape.of(network).at(x, NONE));
  }

  private Html named(int network, RateSeries.Point point) {
    return tag("title")
        .text(series.get(network).network() + ", " + point.step().name() + ": " + point.said());
  }

  /** Joins neighbouring steps that both have a rate. */
  private String thread(int network, LogScale scale) {
    StringBuilder path = new StringBuilder("M0 0");
    boolean joined = false;
    List<RateSeries.Point> points = series.get(network).points();
    for (int i = 0; i < points.size(); i++) {
      OptionalDouble rate = points.get(i).rate();
      if (rate.isPresent()) {
        path.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                joined ? "L" : "M",
                x(i, network),
                scale.y(rate.getAsDouble())));
      }
      joined = rate.isPresent();
    }
    return path.toString();
  }

  /** Which shape is which network. */
  static Html legend(List<RateSeries> series) {
    return tag("ul", "legend")
        .holding(
            IntStream.range(0, series.size())
                .mapToObj(
                    i -> tag("li").holding(Shape.of(i).key(i), Html.text(series.get(i).network())))
                .toList());
  }
}

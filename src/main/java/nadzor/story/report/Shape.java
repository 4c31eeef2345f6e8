package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.Locale;

/** Marks that differ without their colour; each is drawn around the point it stands for. */
enum Shape {
  CIRCLE("M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z"),
  SQUARE("M-5 -5h10v10h-10z"),
  TRIANGLE("M0 -6.5l6.5 11.5h-13z"),
  DIAMOND("M0 -7l7 7l-7 7l-7 -7z"),
  BAR("M-2.5 -7h5v14h-5z"),
  VEE("M0 6.5l6.5 -11.5h-13z");

  private final String outline;

  Shape(String outline) {
    this.outline = outline;
  }

  static Shape of(int network) {
    return values()[number(network)];
  }

  /** The shapes come round again after the last. */
  static int number(int network) {
    return network % values().length;
  }

  Html at(double x, double y) {
    return tag("path", "shape")
        .with("transform", String.format(Locale.ROOT, "translate(%.1f %.1f)", x, y))
        .with("d", outline)
        .alone();
  }

  /** A small drawing for a legend. */
  Html key(int network) {
    return tag("svg", "key-shape series-" + number(network))
        .with("viewBox", "-9 -9 18 18")
        .with("aria-hidden", "true")
        .holding(at(0, 0));
  }
}

package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.stream.Stream;

/** Pieces of drawings. */
final class Svg {
  /** The width of every drawing, in its own units; text of 13 units is read well there. */
  static final double WIDTH = 960;

  private Svg() {}

  /** A drawing that says to those who do not see it what it shows. */
  static Html drawing(String title, double height, List<Html> parts) {
    Html named = tag("title").text(title);
    return tag("svg")
        .with("viewBox", "0 0 " + Math.round(WIDTH) + " " + Math.round(height))
        .with("role", "img")
        .holding(Stream.concat(Stream.of(named), parts.stream()).toList());
  }

  static Html line(String look, double x1, double y1, double x2, double y2) {
    return tag("line", look).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2).alone();
  }

  static Html box(String look, double x, double y, double width, double height) {
    return tag("rect", look)
        .with("x", x)
        .with("y", y)
        .with("width", Math.max(0, width))
        .with("height", height)
        .alone();
  }

  static Html path(String look, String data) {
    return tag("path", look).with("d", data).alone();
  }

  /** Text that starts, ends or is centred there: {@code start}, {@code end}, {@code middle}. */
  static Html text(String look, String anchor, double x, double y, String said) {
    return tag("text", look).with("x", x).with("y", y).with("text-anchor", anchor).text(said);
  }

  static Html group(String look, List<Html> parts) {
    return tag("g", look).holding(parts);
  }

  /** A horizontal axis of time with its marks. */
  static Html timeAxis(TimeScale scale, double top, double bottom) {
    List<Html> marks =
        scale.marks().stream()
            .flatMap(
                mark ->
                    Stream.of(
                        line("grid", mark.x(), top, mark.x(), bottom),
                        text("tick", "middle", mark.x(), bottom + 18, mark.label())))
            .toList();
    Html base = line("axis", scale.left(), bottom, scale.right(), bottom);
    return group("time-axis", Stream.concat(marks.stream(), Stream.of(base)).toList());
  }
}

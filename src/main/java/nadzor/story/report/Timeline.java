package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.stream.Stream;

/** How it came about: two drawings, and the same as a table. */
record Timeline(Played played) {
  Section section() {
    return Section.of("timeline", "Timeline", recorded(), decided(), table());
  }

  private Html recorded() {
    if (played.violations().isEmpty()) {
      return tag("p").text("No violation is recorded.");
    }
    return figure(
        "Violations on record, accumulated. Each tick is one; hollow ticks are reconstructed from"
            + " published totals. Dashed lines: how many a decision rests on.",
        "Violations, accumulated",
        new ViolationsDrawing(played).html());
  }

  private Html decided() {
    return figure(
        "Demands, decisions and the steps at which the probe measured, by day in Moscow.",
        "Demands, decisions and steps by day",
        Html.all(new DaysDrawing(played).html(), legend()));
  }

  private static Html legend() {
    List<List<String>> keys =
        List.of(
            List.of("asked", "demanded, or proposed"),
            List.of("announced", "announced, in transition"),
            List.of("in-force throttle", "in force: throttle"),
            List.of("in-force block", "in force: block"),
            List.of("step-mark", "step"));
    return tag("ul", "legend")
        .holding(
            keys.stream()
                .map(
                    key ->
                        tag("li")
                            .holding(
                                tag("span", "key " + key.get(0)).text(""), Html.text(key.get(1))))
                .toList());
  }

  private static Html figure(String caption, String label, Html drawing) {
    return tag("figure").holding(Table.scroll(label, drawing), tag("figcaption").text(caption));
  }

  private Html table() {
    List<List<Html>> rows =
        new Happenings(played)
            .inOrder().stream()
                .map(one -> List.of(When.brief(one.at()), Html.text(one.kind()), one.said()))
                .toList();
    Html table =
        new Table(
                "Everything in order (Moscow time)",
                Stream.of("When", "What", "Details").toList(),
                rows)
            .html();
    return tag("details").holding(tag("summary").text("The timeline as a table"), table);
  }
}

package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import nadzor.story.Measured;

/** Whether all came out as the scenario expects. */
record Expected(Played played) {
  Section section() {
    List<String> differences = played.result().differences();
    Html said = differences.isEmpty() ? met() : differences(differences);
    return Section.of("expectations", "Expectations", said);
  }

  private Html met() {
    if (played.compared() == 0) {
      return tag("p")
          .text("Nothing was compared: no visit of which the scenario expects something.");
    }
    boolean complete = played.result().complete();
    String rest = complete ? "" : " What was not played could not be compared.";
    return tag("p")
        .holding(
            tag("strong").text(complete ? "✓ All met." : "✓ Met so far."),
            Html.text(
                " %s came out as the scenario expects.%s"
                    .formatted(Words.count(played.compared(), "visit"), rest)));
  }

  private Html differences(List<String> differences) {
    long cells = played.cells().stream().filter(Measured::differs).count();
    String said =
        " %s from what the scenario expects, %d of them in what was measured."
            .formatted(Words.count(differences.size(), "difference"), cells);
    return Html.all(
        tag("p").holding(tag("strong").text("✕ Not met."), Html.text(said)),
        tag("ol", "differences")
            .holding(differences.stream().map(line -> tag("li").text(line)).toList()));
  }
}

package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.stream.Stream;
import nadzor.story.StepResult;

/** Decisions in force that a network has no means to carry out. */
record NotEnforced(Played played) {
  Section section() {
    List<List<Html>> rows = played.steps().stream().flatMap(NotEnforced::rows).toList();
    Html said =
        rows.isEmpty()
            ? tag("p").text("Every network could carry out every decision in force.")
            : new Table(
                    "Decisions in force that a network has no means to carry out",
                    List.of("Step", "Network", "Profile", "Decision", "Measure"),
                    rows)
                .html();
    return Section.of("unenforced", "What could not be enforced", said);
  }

  private static Stream<List<Html>> rows(StepResult step) {
    String name = step.step().name();
    return step.unenforced().stream()
        .map(
            one ->
                List.of(
                    Tag.link(Words.anchor("step", name), name),
                    Html.text(one.network()),
                    Html.text(one.profile()),
                    Tag.link(Words.anchor("decision", one.decision()), one.decision()),
                    Html.text(one.measure().word())));
  }
}

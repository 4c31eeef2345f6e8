package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

/** The top of the page: that it is a simulation, what was played, and whether to the end. */
record Masthead(Played played) {
  Html html() {
    return tag("header")
        .holding(
            tag("p", "banner")
                .with("role", "note")
                .holding(
                    tag("strong").text("Simulation."),
                    Html.text(
                        " All of this happened in a laboratory on one machine. The statements are"
                            + " the laboratory's own, not publications of any authority.")),
            incomplete(),
            tag("p", "kicker").text("nadzor · report of a run"),
            tag("h1").text(played.scenario().name()),
            tag("p", "lead").text(played.scenario().about()));
  }

  private Html incomplete() {
    if (played.result().complete()) {
      return Html.NONE;
    }
    int done = (int) played.steps().stream().filter(step -> step.complete()).count();
    String said =
        " The run was stopped, or is still under way: %d of %d steps were measured to their end. What is missing says nothing."
            .formatted(done, played.scenario().steps().size());
    return tag("p", "banner incomplete")
        .with("role", "note")
        .holding(tag("strong").text("Incomplete run."), Html.text(said));
  }
}

package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import nadzor.story.StepResult;

/** Each step with what was in force and what was measured. */
record Steps(Played played) {
  Section section() {
    List<Html> parts = new ArrayList<>();
    parts.add(
        tag("p", "quiet")
            .text(
                "Rows are techniques, columns networks. A field that is not what it was at the step"
                    + " before is marked “● changed”. Groups of sites where everything got through are folded."));
    int published = 0;
    for (StepResult step : played.steps()) {
      parts.add(new StepArticle(played, step, published).html());
      published += step.statements().size();
    }
    return new Section("steps", "What was measured, step by step", parts);
  }
}

package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;

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
    for (int i = 0; i < played.steps().size(); i++) {
      parts.add(new StepArticle(played, i, published).html());
      published += played.steps().get(i).statements().size();
    }
    return new Section("steps", "What was measured, step by step", parts);
  }
}

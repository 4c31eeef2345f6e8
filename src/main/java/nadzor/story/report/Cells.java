package nadzor.story.report;

import java.util.List;
import nadzor.story.Measured;
import nadzor.story.StepResult;

/** The cells behind one field of a matrix. */
final class Cells {
  private Cells() {}

  static List<Measured> of(StepResult step, String group, String technique, String network) {
    return step.cells().stream()
        .filter(cell -> cell.site().role().equals(group))
        .filter(cell -> cell.technique().equals(technique))
        .filter(cell -> cell.network().equals(network))
        .toList();
  }
}

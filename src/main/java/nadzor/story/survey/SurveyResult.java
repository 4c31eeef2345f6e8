package nadzor.story.survey;

import java.util.List;
import java.util.Optional;

/**
 * What a survey brought. Immutable.
 *
 * @param plan what was to be measured
 * @param cells those that were, in the order of the plan
 * @param complete whether nothing is missing
 * @param notices what a reader should know
 */
public record SurveyResult(
    SurveyPlan plan, List<Surveyed> cells, boolean complete, List<String> notices) {
  /** Copies the lists. */
  public SurveyResult {
    cells = List.copyOf(cells);
    notices = List.copyOf(notices);
  }

  /** The cell of an errand, where it was measured. */
  public Optional<Surveyed> of(Errand errand) {
    return cells.stream().filter(cell -> cell.errand().equals(errand)).findFirst();
  }

  /** The targets, in the order of the plan. */
  public List<Target> targets() {
    return plan.errands().stream().map(Errand::target).distinct().toList();
  }
}

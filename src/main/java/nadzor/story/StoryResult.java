package nadzor.story;

import java.util.List;

/**
 * What a run brought so far. Immutable.
 *
 * @param scenario what was played
 * @param seed of all chance in it
 * @param steps those that were played
 * @param differences where something other came out than the scenario expects, one line each
 * @param complete whether all steps were played to their end
 */
public record StoryResult(
    Scenario scenario,
    long seed,
    List<StepResult> steps,
    List<String> differences,
    boolean complete) {
  /** Copies the lists. */
  public StoryResult {
    steps = List.copyOf(steps);
    differences = List.copyOf(differences);
  }
}

package nadzor.probe;

import java.util.List;

/**
 * What a round brought. Immutable.
 *
 * @param observations in the order in which the cells were given
 * @param missing cells that were not measured, in that order; empty unless the round was stopped
 */
public record RoundResult(List<Observation> observations, List<Cell> missing) {
  /** Whether every cell was measured. */
  public boolean isComplete() {
    return missing.isEmpty();
  }
}

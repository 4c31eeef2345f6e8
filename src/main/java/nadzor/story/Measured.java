package nadzor.story;

import java.util.Optional;
import nadzor.lab.Site;
import nadzor.probe.Assessment;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;

/**
 * One cell of a step: what was seen, beside its control. Immutable.
 *
 * @param site the site that was visited
 * @param network where
 * @param technique how
 * @param seen what the client saw
 * @param control what the same visit saw in the control network
 * @param assessment what the one means beside the other
 * @param expected what the scenario expects of it
 */
public record Measured(
    Site site,
    String network,
    String technique,
    Observation seen,
    Observation control,
    Assessment assessment,
    Optional<Outcome> expected) {
  /** The outcome. */
  public Outcome outcome() {
    return assessment.outcome();
  }

  /** Whether the scenario expects something else. */
  public boolean differs() {
    return expected.isPresent() && !expected.get().equals(outcome());
  }
}

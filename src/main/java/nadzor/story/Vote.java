package nadzor.story;

import nadzor.probe.Assessment;
import nadzor.probe.Failure;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;

/**
 * One visit beside its control, and what the one means beside the other. Immutable.
 *
 * @param seen the visit
 * @param control the same in the control network
 * @param assessment the verdict
 */
public record Vote(Observation seen, Observation control, Assessment assessment) {
  /** Judges the one by the other. */
  public static Vote of(Observation seen, Observation control) {
    return new Vote(seen, control, Assessment.of(seen, control));
  }

  /** The verdict in one word. */
  public Outcome outcome() {
    return assessment.outcome();
  }

  /**
   * Whether the verdict rests on time, which a busy machine can fake: a timeout, a slow download, a
   * control or an instrument that failed; whatever ended a visit that hangs on segments, which a
   * late network reads as one. Else a reset, a refusal or another page do not, nor what could not
   * be tried.
   */
  boolean isDoubtful() {
    boolean blocked = outcome() instanceof Outcome.Blocked;
    boolean timedOut =
        seen.death()
            .filter(death -> death.failure().name() == Failure.Name.GENERIC_TIMEOUT_ERROR)
            .isPresent();
    boolean untried = outcome() instanceof Outcome.NotMeasured;
    boolean cut = seen.cell().technique().approach().isCut();
    return blocked ? timedOut || cut : !untried && !outcome().equals(Outcome.OK);
  }

  /** The same visit with another verdict. */
  Vote as(Assessment other) {
    return new Vote(seen, control, other);
  }
}

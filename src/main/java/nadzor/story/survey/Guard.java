package nadzor.story.survey;

import nadzor.probe.Outcome;
import nadzor.story.CanaryFailure;

/**
 * What must hold in every run, else nothing that was measured is believed. Immutable.
 *
 * @param errand what is visited
 * @param must what becomes of it
 */
public record Guard(Errand errand, Must must) {
  /** What becomes of a canary. */
  public enum Must {
    /** Nothing. */
    PASS,
    /** It is kept from getting through, at whatever stage. */
    BE_BLOCKED,
    /** It gets through, slowly. */
    BE_SLOW;

    boolean holds(Outcome outcome) {
      return switch (this) {
        case PASS -> outcome.equals(Outcome.OK);
        case BE_BLOCKED -> outcome instanceof Outcome.Blocked;
        case BE_SLOW -> outcome.equals(Outcome.SLOW);
      };
    }

    private String words() {
      return switch (this) {
        case PASS -> "pass";
        case BE_BLOCKED -> "be blocked";
        case BE_SLOW -> "be slow";
      };
    }
  }

  void check(Surveyed seen) {
    if (!must.holds(seen.outcome())) {
      throw new CanaryFailure(
          "network %s: the canary %s must %s and is %s (%s)"
              .formatted(
                  errand.network(),
                  errand.target().host(),
                  must.words(),
                  seen.outcome().text(),
                  seen.why()));
    }
  }
}

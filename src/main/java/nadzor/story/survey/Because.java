package nadzor.story.survey;

import nadzor.censor.Restriction;

/**
 * What the censor's own log says of a cell, joined after the fact. Immutable.
 *
 * @param on the kind of sighting
 * @param action what was done
 * @param rule the rule that was carried out
 * @param reason what stands behind the rule
 * @param residual whether an earlier trigger did it
 */
public record Because(String on, String action, String rule, String reason, boolean residual) {
  static Because of(Restriction restriction) {
    return new Because(
        restriction.on(),
        restriction.action(),
        restriction.rule().toString(),
        restriction.rule().reason().label(),
        restriction.residual());
  }

  /** One clause for people. */
  public String text() {
    return action + " on " + on + ", " + rule + (residual ? ", left over" : "");
  }
}

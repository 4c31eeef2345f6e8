package nadzor.exchange;

import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/**
 * One item of a list, whatever format it came in. Immutable.
 *
 * @param target what it is about
 * @param prescription what the list prescribes for it
 * @param details what else the list tells
 * @param at where it stands
 * @param ts when a register changed this value, RFC 3339
 * @param raw the text it was read from
 */
public record ListItem(
    Target target,
    Prescription prescription,
    Details details,
    Spot at,
    Optional<String> ts,
    String raw) {
  /** What can be matched here. */
  public Optional<Matcher> matcher() {
    return target.matcher();
  }

  /**
   * The rule that it makes, with file and line for its reason: for an exception one that excepts.
   * Empty for what is not ordered, and for what cannot be matched. An action that the list
   * prescribes is not kept; {@link RuleIntake} tells where that is so.
   *
   * @param measure what a list means that prescribes nothing itself
   */
  public Optional<Rule> rule(Measure measure) {
    if (prescription.act() == Act.PASS) {
      return matcher().map(what -> Rule.exception(what, at.file(), at.line()));
    }
    Measure ordered = prescription.act() == Act.THROTTLE ? Measure.THROTTLE : measure;
    return prescription.act().restricts()
        ? matcher().map(what -> new Rule(what, ordered, new Reason.OfList(at.file(), at.line())))
        : Optional.empty();
  }
}

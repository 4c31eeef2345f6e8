package nadzor.censor;

import nadzor.blocklist.Match;
import nadzor.blocklist.Rule;

/**
 * What a network would do at a sighting, and why. Immutable.
 *
 * @param line the line of the profile that hits
 * @param match all rules that hold the name
 */
public record Foresight(ProfileRule line, Match match) {
  /** The rule that would be carried out. */
  public Rule rule() {
    return match.first(line.measure());
  }
}

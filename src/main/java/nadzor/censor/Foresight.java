package nadzor.censor;

import nadzor.blocklist.Match;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/**
 * What a network would do at a sighting, and why. Immutable.
 *
 * @param line the line of the profile that hits
 * @param match all rules that hold the name
 */
public record Foresight(ProfileRule line, Match match) {
  /** Whether anything is restricted; otherwise the line exempts what it hits. */
  public boolean restricts() {
    return line.action().restricts();
  }

  /** Whether it is restricted because it is listed. */
  public boolean isListed() {
    return restricts() && !(rule().reason() instanceof Reason.OfProfile);
  }

  /** Whether the network restricts it whatever is listed. */
  public boolean isHabit() {
    return restricts() && rule().reason() instanceof Reason.OfProfile;
  }

  /** The rule that would be carried out. */
  public Rule rule() {
    return match.first(line.measure());
  }
}

package nadzor.story;

import nadzor.blocklist.Measure;

/**
 * A decision in force in a network that has no means to carry it out. Immutable.
 *
 * @param network the network
 * @param profile its profile
 * @param decision the decision's id
 * @param measure what it orders
 */
public record Unenforced(String network, String profile, String decision, Measure measure) {
  /** One sentence for people. */
  public String text() {
    return network
        + " cannot "
        + measure.word()
        + " (profile "
        + profile
        + "): decision "
        + decision
        + " stays unenforced there";
  }
}

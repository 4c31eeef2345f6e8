package nadzor.impact;

import java.util.List;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;

/**
 * How a request is restricted. Immutable.
 *
 * @param measure what is carried out
 * @param on where it bites: the word of a kind of sighting, or {@code list} for the plain question
 * @param rules all rules that hold it
 */
public record Ruling(Measure measure, String on, List<Rule> rules) {
  /** Copies the list. */
  public Ruling {
    rules = List.copyOf(rules);
  }

  /** Whether this is worse to suffer than the other. */
  boolean isStricterThan(Ruling other) {
    return measure == Measure.BLOCK && other.measure == Measure.THROTTLE;
  }
}

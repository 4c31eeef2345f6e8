package nadzor.blocklist.lint;

import java.util.Comparator;
import nadzor.blocklist.Rule;

/**
 * One thing that a person would regret. Immutable; ordered by severity, then the most hits first.
 *
 * @param check which check found it
 * @param severity how much it matters
 * @param rule the entry, with its reason: the line of a list, or the decision
 * @param why what is wrong, for a person
 * @param hits how many names are hit, of those that were looked at; 0 where none were
 * @param fix what to do about it
 */
public record Finding(String check, Severity severity, Rule rule, String why, long hits, String fix)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Comparator.comparingLong(Finding::hits).reversed())
          .thenComparing(Finding::check)
          .thenComparing(finding -> finding.rule.toString());

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** One line. */
  @Override
  public String toString() {
    return severity + " " + check + ": " + rule + ": " + why + "; " + fix;
  }
}

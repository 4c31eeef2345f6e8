package nadzor.blocklist;

import java.util.Comparator;
import java.util.List;

/**
 * What became of one matcher with one measure from a version to the next. Immutable; ordered by
 * what it is about.
 *
 * @param what whether it came, went, or stands for other reasons
 * @param matcher what it applies to
 * @param measure what is ordered for it
 * @param before the reasons in the former version, none where it came
 * @param after the reasons in the later version, none where it went
 */
public record RuleChange(
    What what, Matcher matcher, Measure measure, List<Reason> before, List<Reason> after)
    implements Comparable<RuleChange> {
  private static final Comparator<RuleChange> ORDER =
      Comparator.comparing((RuleChange change) -> Kind.of(change.matcher))
          .thenComparing(change -> change.matcher.toString())
          .thenComparing(RuleChange::measure)
          .thenComparing(RuleChange::word);

  /** What happened. */
  public enum What {
    /** It stands in the later version only. */
    ADDED,
    /** It stood in the former version only. */
    REMOVED,
    /** It stands in both, for other reasons. */
    REASONS
  }

  /** Keeps copies. */
  public RuleChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What the rule does in one word: that of its measure, or {@code except}. */
  public String word() {
    List<Reason> all = after.isEmpty() ? before : after;
    boolean excepts = all.stream().anyMatch(Reason.OfException.class::isInstance);
    return excepts ? Rule.EXCEPT : measure.word();
  }

  @Override
  public int compareTo(RuleChange other) {
    return ORDER.compare(this, other);
  }

  /** As a diff shows it: {@code + block .a.test}. */
  @Override
  public String toString() {
    String sign = what == What.ADDED ? "+" : what == What.REMOVED ? "-" : "~";
    return sign + " " + word() + " " + matcher;
  }
}

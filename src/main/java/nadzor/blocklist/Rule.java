package nadzor.blocklist;

/**
 * One rule: what it matches, what is ordered, and why. Immutable.
 *
 * @param matcher what it applies to
 * @param measure what is ordered for it; of an exception it means nothing
 * @param reason the decision or the list behind it
 */
public record Rule(Matcher matcher, Measure measure, Reason reason) {
  static final String EXCEPT = "except";

  /** A rule that takes away what wider ones order, whatever that is. */
  public static Rule exception(Matcher matcher, String file, int line) {
    return new Rule(matcher, Measure.BLOCK, new Reason.OfException(file, line));
  }

  /** Whether it restricts nothing, and takes away what wider rules order. */
  public boolean isException() {
    return reason instanceof Reason.OfException;
  }

  /** What it does in one word: that of its measure, or {@code except}. */
  public String word() {
    return isException() ? EXCEPT : measure.word();
  }

  /** As a log names it: {@code block .facebook.com (fb-2022-03-04)}. */
  @Override
  public String toString() {
    return word() + " " + matcher + " (" + reason.label() + ")";
  }
}

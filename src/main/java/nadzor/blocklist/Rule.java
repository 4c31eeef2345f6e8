package nadzor.blocklist;

/**
 * One rule: what it matches, what is ordered, and why. Immutable.
 *
 * @param matcher what it applies to
 * @param measure what is ordered for it
 * @param reason the decision or the list behind it
 */
public record Rule(Matcher matcher, Measure measure, Reason reason) {
  /** As a log names it: {@code block .facebook.com (fb-2022-03-04)}. */
  @Override
  public String toString() {
    return measure.word() + " " + matcher + " (" + reason.label() + ")";
  }
}

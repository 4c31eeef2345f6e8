package nadzor.blocklist;

import java.util.Comparator;
import java.util.List;

/**
 * What changes are counted by: where a reason comes from. Immutable; ordered by kind and name.
 *
 * @param kind of what sort
 * @param name the id of the decision or case, the name of the list or profile
 */
public record Origin(Kind kind, String name) implements Comparable<Origin> {
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::kind).thenComparing(Origin::name);

  /** The sorts of origin. */
  public enum Kind {
    /** A case: a platform or its operator. */
    CASE,
    /** A decision. */
    DECISION,
    /** A list. */
    LIST,
    /** A network's own profile. */
    PROFILE
  }

  /** All that a reason counts for: a decision counts for its case too. */
  public static List<Origin> of(Reason reason) {
    if (reason instanceof Reason.OfDecision decision) {
      return List.of(
          new Origin(Kind.CASE, decision.caseFile()),
          new Origin(Kind.DECISION, decision.decision()));
    }
    if (reason instanceof Reason.OfException exception) {
      return List.of(new Origin(Kind.LIST, exception.file()));
    }
    return reason instanceof Reason.OfList list
        ? List.of(new Origin(Kind.LIST, list.file()))
        : List.of(new Origin(Kind.PROFILE, ((Reason.OfProfile) reason).profile()));
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}

package nadzor.blocklist;

/**
 * Why a version should not go out without a second look. Immutable.
 *
 * @param concern what is wrong
 * @param why for a person, one sentence
 * @param before how many rules there were
 * @param after how many there are; for {@link Concern#TURNED_OVER}, how many changed
 * @param share the change as a share of what there was
 * @param allowed the share that was allowed
 */
public record Objection(
    Concern concern, String why, long before, long after, double share, double allowed) {
  /** The things that are looked at. */
  public enum Concern {
    /** Nothing is left. */
    EMPTY,
    /** Nothing of one kind is left: names, masks, addresses or URLs. */
    KIND_GONE,
    /** It has more rules by too much. */
    GREW,
    /** It has fewer rules by too much. */
    SHRANK,
    /** As many came and went that it is another list. */
    TURNED_OVER
  }
}

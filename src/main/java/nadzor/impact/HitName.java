package nadzor.impact;

/**
 * A name that the update changes. Immutable.
 *
 * @param name the name
 * @param site its registrable domain
 * @param requests how many requests change
 * @param reach how the nearest rule comes to hold it
 * @param stranger whether no rule that holds it names anything of its site
 * @param rule the nearest rule, as text
 */
public record HitName(
    String name, String site, long requests, Reach reach, boolean stranger, String rule) {
  /** Whether it is hit without being named. */
  public boolean isCollateral() {
    return reach != Reach.EXACT;
  }
}

package nadzor.blocklist;

/**
 * How many distinct rules there are of each kind. Immutable.
 *
 * @param names on names by whole labels
 * @param masks on text within names
 * @param addresses on addresses and ports
 * @param urls on URLs
 */
public record RuleCounts(int names, int masks, int addresses, int urls) {
  /** All of them. */
  public int total() {
    return names + masks + addresses + urls;
  }
}

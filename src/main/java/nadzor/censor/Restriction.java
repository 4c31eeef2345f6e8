package nadzor.censor;

import java.util.List;
import nadzor.blocklist.Rule;

/**
 * One restriction as it happened, for logs: it names rule, decision and case. Immutable.
 *
 * @param network where
 * @param clientHash a keyed hash of the client's address: equal within one start, nothing after
 * @param server the advertised destination, or the resolver's word for itself
 * @param on the kind of sighting
 * @param name what was seen, as it was seen
 * @param rule the rule that was carried out
 * @param heldBy all rules that hold the name
 * @param action what was done
 * @param residual whether an earlier trigger's residual did it
 */
public record Restriction(
    String network,
    String clientHash,
    String server,
    String on,
    String name,
    Rule rule,
    List<Rule> heldBy,
    String action,
    boolean residual) {
  /** Copies the list. */
  public Restriction {
    heldBy = List.copyOf(heldBy);
  }
}

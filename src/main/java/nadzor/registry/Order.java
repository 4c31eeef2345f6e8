package nadzor.registry;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Set;
import nadzor.blocklist.Measure;

/**
 * What a decision orders, and on what. Immutable.
 *
 * @param measure what is ordered
 * @param scope for resources of which roles
 * @param targets the ids of the platforms it is on
 */
public record Order(Measure measure, Set<Role> scope, List<String> targets) {
  /** Copies both collections; the scope keeps the order of {@link Role}. */
  public Order {
    scope = Sets.immutableEnumSet(scope);
    targets = List.copyOf(targets);
  }
}

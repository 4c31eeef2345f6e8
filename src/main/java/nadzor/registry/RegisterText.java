package nadzor.registry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds a text in entries of the register, without making them: in the decision's id, the law, the
 * platform, the authority and the resources. What comes again in many entries is looked at once.
 * Not thread-safe.
 */
final class RegisterText {
  private final Registry registry;
  private final Predicate<String> has;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<String, Set<Role>> roles = new HashMap<>();

  /**
   * A search.
   *
   * @param has whether the text is in another one
   */
  RegisterText(Registry registry, Predicate<String> has) {
    this.registry = registry;
    this.has = has;
  }

  /** Those of the entries that have it. */
  long[] in(long[] codes) {
    List<Recorded<Decision>> decisions = registry.books().decisions.upTo(registry.limit());
    return Arrays.stream(codes)
        .filter(
            code -> isIn(decisions.get(RegisterRows.row(code)).entry(), RegisterRows.place(code)))
        .toArray();
  }

  private boolean isIn(Decision decision, int place) {
    Order order = decision.order();
    return has.test(decision.id())
        || known.computeIfAbsent(decision.grounds().registerLaw(), has::test)
        || known.computeIfAbsent(decision.authority(), has::test)
        || roles.computeIfAbsent(order.targets().get(place), this::roles).stream()
            .anyMatch(order.scope()::contains);
  }

  /** In what resources of a platform it is; in all of them where it is in the platform's id. */
  private Set<Role> roles(String platform) {
    Set<Role> found = EnumSet.noneOf(Role.class);
    if (has.test(platform)) {
      return EnumSet.allOf(Role.class);
    }
    registry.catalogue().platform(platform).stream()
        .flatMap(one -> one.resources().stream())
        .filter(one -> has.test(one.matcher().toString()))
        .forEach(one -> found.add(one.role()));
    return found;
  }
}

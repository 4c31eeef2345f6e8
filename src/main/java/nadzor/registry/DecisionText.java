package nadzor.registry;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds a text in decisions and in entries of the register, without making them: only ids are all
 * read, and what comes again in many decisions is looked at once. Not thread-safe.
 */
final class DecisionText {
  private static final byte HAS = 1;
  private static final byte HAS_NOT = 2;

  private final Registry registry;
  private final List<Recorded<Decision>> decisions;
  private final Pool words;
  private final Predicate<String> has;

  /** What is known of the pool's texts, by their numbers. */
  private final byte[] known;

  /** The same of the pool's orders: of their platforms' ids, or of the first one's resources. */
  private final byte[] orders;

  private Optional<Map<String, Set<Role>>> roles = Optional.empty();

  /**
   * A search.
   *
   * @param has whether the text is in another one
   */
  DecisionText(Registry registry, Predicate<String> has) {
    this.registry = registry;
    this.decisions = registry.books().decisions.upTo(registry.limit());
    this.words = registry.books().words;
    this.has = has;
    this.known = new byte[words.size() + 1];
    this.orders = new byte[known.length];
  }

  /** The rows of the decisions that have it: in the id, case, authority, platforms and laws. */
  int[] rows() {
    return IntStream.range(0, decisions.size()).filter(this::isInRow).toArray();
  }

  private boolean isInRow(int row) {
    Optional<Glance> glance = decisions.get(row).glance(words).filter(Glance::isWhole);
    return glance.isPresent() ? isIn(glance.get()) : isIn(decisions.get(row).entry());
  }

  private boolean isIn(Glance one) {
    return has.test(one.id())
        || isIn(one.caseId())
        || isIn(one.authority())
        || isIn(one.announcedLaw())
        || isIn(one.registerLaw())
        || isIn(orders, one.order(), number -> isIn(order(number)));
  }

  private boolean isIn(Decision one) {
    return has.test(one.id())
        || has.test(one.caseId())
        || has.test(one.authority())
        || one.grounds().laws().stream().anyMatch(has)
        || isIn(one.order());
  }

  private boolean isIn(Order order) {
    return order.targets().stream().anyMatch(has);
  }

  private Order order(int number) {
    return (Order) words.value(number);
  }

  private boolean isIn(int number) {
    return isIn(known, number, text -> has.test(words.value(text).toString()));
  }

  private static boolean isIn(byte[] known, int number, IntPredicate look) {
    if (number >= known.length) {
      return look.test(number);
    }
    if (known[number] == 0) {
      known[number] = look.test(number) ? HAS : HAS_NOT;
    }
    return known[number] == HAS;
  }

  /**
   * Whether an entry of the register has it: in the decision's id, the law, the authority, the
   * platform and its resources.
   *
   * @param code {@link RegisterRows#code} of it
   */
  boolean isInEntry(long code) {
    Recorded<Decision> decision = decisions.get(RegisterRows.row(code));
    Optional<Glance> glance = decision.glance(words).filter(Glance::isWhole);
    if (glance.isPresent()) {
      Glance one = glance.get();
      return has.test(one.id())
          || isIn(one.registerLaw())
          || isIn(one.authority())
          || isOnPlatform(one.order(), RegisterRows.place(code));
    }
    Decision one = decision.entry();
    return has.test(one.id())
        || has.test(one.grounds().registerLaw())
        || has.test(one.authority())
        || isOnPlatform(one.order(), RegisterRows.place(code));
  }

  private boolean isOnPlatform(int order, int place) {
    return place == 0
        ? isIn(orders, order, number -> isOnPlatform(order(number), 0))
        : isOnPlatform(order(order), place);
  }

  private boolean isOnPlatform(Order order, int place) {
    Set<Role> found = roles().getOrDefault(order.targets().get(place), Set.of());
    return !found.isEmpty() && order.scope().stream().anyMatch(found::contains);
  }

  /** The platforms that have it, and in what resources; in all where it is in the id. */
  private Map<String, Set<Role>> roles() {
    if (roles.isEmpty()) {
      Map<String, Set<Role>> found = new HashMap<>();
      registry.catalogue().platforms().forEach(one -> addRoles(one, found));
      roles = Optional.of(found);
    }
    return roles.orElseThrow();
  }

  private void addRoles(Platform platform, Map<String, Set<Role>> found) {
    if (has.test(platform.id())) {
      found.put(platform.id(), EnumSet.allOf(Role.class));
      return;
    }
    for (Resource resource : platform.resources()) {
      if (has.test(resource.matcher().toString())) {
        found
            .computeIfAbsent(platform.id(), none -> EnumSet.noneOf(Role.class))
            .add(resource.role());
      }
    }
  }
}

package nadzor.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operators and platforms there are: those given at the start, and those of the cards that are
 * known. Of two cards of one id the later one is read. Immutable.
 */
public final class Catalogue {
  private static final int NAMED = 40;

  private final Map<String, Operator> operators;
  private final Map<String, Platform> platforms;
  private final Map<String, List<String>> platformsOf;
  private final Cards cards;

  /**
   * Takes both lists, in their order.
   *
   * @throws RegistryException for an id given twice, or a platform of an unknown operator
   */
  public Catalogue(Collection<Operator> operators, Collection<Platform> platforms) {
    this.operators = new LinkedHashMap<>();
    this.platforms = new LinkedHashMap<>();
    this.platformsOf = new LinkedHashMap<>();
    this.cards = Cards.none();
    operators.forEach(this::add);
    platforms.forEach(this::add);
  }

  private Catalogue(Catalogue base, Cards cards) {
    operators = base.operators;
    platforms = base.platforms;
    platformsOf = base.platformsOf;
    this.cards = cards;
  }

  /** This one with cards. */
  Catalogue with(Cards known) {
    return new Catalogue(this, known);
  }

  private void add(Operator operator) {
    if (operators.put(operator.id(), operator) != null) {
      throw twice("operator " + operator.id());
    }
  }

  private void add(Platform platform) {
    String where = "platform " + platform.id();
    if (!operators.containsKey(platform.operatorId())) {
      throw unknown(where, "operator", platform.operatorId(), operators.keySet());
    }
    if (platforms.put(platform.id(), platform) != null) {
      throw twice(where);
    }
    platformsOf.computeIfAbsent(platform.operatorId(), id -> new ArrayList<>()).add(platform.id());
  }

  private static RegistryException twice(String where) {
    return new RegistryException(where, "this id a second time", "an id of its own");
  }

  static RegistryException unknown(String where, String what, String id, Collection<String> known) {
    return new RegistryException(
        where, what + " '" + id + "'", "a known " + what + " (" + some(known) + ")");
  }

  /** All ids where they are few, else the first and how many more. */
  private static String some(Collection<String> ids) {
    if (ids.isEmpty()) {
      return "none is known";
    }
    List<String> named = ids.stream().limit(NAMED).toList();
    String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
    return String.join(", ", named) + more;
  }

  /** The platform of that id. */
  public Optional<Platform> platform(String id) {
    return cards.platform(id).or(() -> Optional.ofNullable(platforms.get(id)));
  }

  /** The operator of that id. */
  public Optional<Operator> operator(String id) {
    return cards.operator(id).or(() -> Optional.ofNullable(operators.get(id)));
  }

  /** All platforms, in the order in which they were entered. */
  public List<Platform> platforms() {
    List<Platform> all = new ArrayList<>(platforms(List.copyOf(platforms.keySet())));
    cards.platformsNow().stream().filter(one -> !platforms.containsKey(one.id())).forEach(all::add);
    return Collections.unmodifiableList(all);
  }

  /** All operators, in the order in which they were entered. */
  public List<Operator> operators() {
    return operatorIds().stream().flatMap(id -> operator(id).stream()).toList();
  }

  /** How many platforms there are. */
  public int platformCount() {
    long entered = platforms.keySet().stream().filter(id -> cards.platform(id).isPresent()).count();
    return platforms.size() + cards.platformCount() - (int) entered;
  }

  /** How many operators there are. */
  public int operatorCount() {
    long entered = operators.keySet().stream().filter(id -> cards.operator(id).isPresent()).count();
    return operators.size() + cards.operatorCount() - (int) entered;
  }

  /** The platforms that the subject is, or owns; in order. */
  public List<Platform> reach(Subject subject) {
    if (subject instanceof Subject.OfPlatform) {
      return platform(subject.id()).stream().toList();
    }
    List<String> given = platformsOf.getOrDefault(subject.id(), List.of());
    return platforms(both(given, cards.platformsOf(subject.id()), platforms));
  }

  private List<Platform> platforms(List<String> ids) {
    return ids.stream().flatMap(id -> platform(id).stream()).toList();
  }

  private List<String> platformIds() {
    return both(platforms.keySet(), cards.platforms(), platforms);
  }

  private List<String> operatorIds() {
    return both(operators.keySet(), cards.operators(), operators);
  }

  /** A card on something given corrects it and stands in its place. */
  private static List<String> both(
      Collection<String> given, List<String> entered, Map<String, ?> base) {
    return Stream.concat(given.stream(), entered.stream().filter(id -> !base.containsKey(id)))
        .toList();
  }

  /** The name of a platform or operator as people write it. */
  public String name(Subject subject) {
    if (subject instanceof Subject.OfPlatform) {
      return require("subject", subject.id()).name();
    }
    return requireOperator("subject", subject.id()).name();
  }

  /** The platform of that id, or a refusal in the name of {@code where}. */
  Platform require(String where, String platformId) {
    return platform(platformId)
        .orElseThrow(() -> unknown(where, "platform", platformId, platformIds()));
  }

  /** The operator of that id, or a refusal in the name of {@code where}. */
  Operator requireOperator(String where, String operatorId) {
    return operator(operatorId)
        .orElseThrow(() -> unknown(where, "operator", operatorId, operatorIds()));
  }

  /** Refuses a subject that is not here. */
  void check(String where, Subject subject) {
    if (subject instanceof Subject.OfPlatform) {
      require(where, subject.id());
    } else {
      requireOperator(where, subject.id());
    }
  }
}

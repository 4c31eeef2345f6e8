package nadzor.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operators and platforms there are. Immutable. */
public final class Catalogue {
  private final Map<String, Operator> operators = new LinkedHashMap<>();
  private final Map<String, Platform> platforms = new LinkedHashMap<>();

  /**
   * Takes both lists, in their order.
   *
   * @throws RegistryException for an id given twice, or a platform of an unknown operator
   */
  public Catalogue(Collection<Operator> operators, Collection<Platform> platforms) {
    operators.forEach(this::add);
    platforms.forEach(this::add);
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
  }

  private static RegistryException twice(String where) {
    return new RegistryException(where, "this id a second time", "an id of its own");
  }

  static RegistryException unknown(String where, String what, String id, Collection<String> known) {
    String ids = known.isEmpty() ? "none is known" : String.join(", ", known);
    return new RegistryException(
        where, what + " '" + id + "'", "a known " + what + " (" + ids + ")");
  }

  /** The platform of that id. */
  public Optional<Platform> platform(String id) {
    return Optional.ofNullable(platforms.get(id));
  }

  /** All platforms, in order. */
  public List<Platform> platforms() {
    return List.copyOf(platforms.values());
  }

  /** The platforms that the subject is, or owns; in order. */
  public List<Platform> reach(Subject subject) {
    return platforms.values().stream().filter(subject::reaches).toList();
  }

  /** The name of a platform or operator as people write it. */
  public String name(Subject subject) {
    if (subject instanceof Subject.OfPlatform) {
      return require("subject", subject.id()).name();
    }
    return require("subject", subject).name();
  }

  /** The platform of that id, or a refusal in the name of {@code where}. */
  Platform require(String where, String platformId) {
    return platform(platformId)
        .orElseThrow(() -> unknown(where, "platform", platformId, platforms.keySet()));
  }

  private Operator require(String where, Subject subject) {
    return Optional.ofNullable(operators.get(subject.id()))
        .orElseThrow(() -> unknown(where, "operator", subject.id(), operators.keySet()));
  }

  /** Refuses a subject that is not here. */
  void check(String where, Subject subject) {
    if (subject instanceof Subject.OfPlatform) {
      require(where, subject.id());
    } else {
      require(where, subject);
    }
  }
}

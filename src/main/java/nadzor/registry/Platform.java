package nadzor.registry;

import java.util.List;
import java.util.Set;

/** A service of an operator, with its resources. Immutable. */
public record Platform(String id, String name, String operatorId, List<Resource> resources) {
  /** Copies the resources; refuses an empty id or name. */
  public Platform {
    Require.filled("platform " + id, "id", id);
    Require.filled("platform " + id, "name", name);
    resources = List.copyOf(resources);
  }

  /** The resources that have one of these roles, in order. */
  public List<Resource> resources(Set<Role> scope) {
    if (resources.stream().allMatch(resource -> scope.contains(resource.role()))) {
      return resources;
    }
    return resources.stream().filter(resource -> scope.contains(resource.role())).toList();
  }
}

package nadzor.office;

import java.util.Optional;
import nadzor.registry.Registry;
import nadzor.registry.RegistryException;
import nadzor.registry.Subject;

/** Finds operators. */
final class Operators {
  private Operators() {}

  /** The name of the operator of that id, where it is known. */
  static Optional<String> name(Registry registry, String id) {
    try {
      return Optional.of(registry.catalogue().name(new Subject.OfOperator(id)));
    } catch (RegistryException e) {
      return Optional.empty();
    }
  }
}

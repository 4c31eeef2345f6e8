package nadzor.registry;

import java.time.Instant;
import java.util.Collection;

/** Conditions on single values. */
final class Require {
  private Require() {}

  /** A text with something in it. */
  static void filled(String where, String what, String text) {
    if (text.isBlank()) {
      throw new RegistryException(where, "an empty " + what, "some text");
    }
  }

  /** At least one of them. */
  static void some(String where, String what, Collection<?> values) {
    if (values.isEmpty()) {
      throw new RegistryException(where, "no " + what, "at least one");
    }
  }

  /** An instant that is not before another. */
  static void notBefore(String where, Moment later, Moment earlier) {
    if (later.at().isBefore(earlier.at())) {
      throw new RegistryException(
          where,
          later.what() + " at " + later.at(),
          "an instant not before " + earlier.what() + " at " + earlier.at());
    }
  }

  /** An instant with what happens then, for messages. */
  record Moment(String what, Instant at) {}
}

package nadzor.registry;

import java.util.Locale;

/** What is told to the public, in the order in which statements of one instant are published. */
public enum StatementKind {
  /** Something is demanded. */
  DEMAND,
  /** A decision will come into force later. */
  ANNOUNCEMENT,
  /** A restriction ends. */
  LIFTING,
  /** A decision comes into force. */
  RESTRICTION;

  /** The name of its template. */
  String template() {
    return name().toLowerCase(Locale.ROOT);
  }
}

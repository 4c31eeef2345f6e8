package nadzor.registry;

/** What is told to the public, in the order in which statements of one instant are published. */
public enum StatementKind {
  /** Something is demanded. */
  DEMAND,
  /** A decision will come into force later. */
  ANNOUNCEMENT,
  /** A restriction ends. */
  LIFTING,
  /** A decision comes into force. */
  RESTRICTION
}

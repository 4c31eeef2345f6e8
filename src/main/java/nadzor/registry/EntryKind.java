package nadzor.registry;

import java.util.Locale;

/** The kinds of entry, in the order in which entries of one instant are recorded. */
public enum EntryKind {
  /** A case is opened. */
  CASE,
  /** A violation. */
  VIOLATION,
  /** A violation no longer counts. */
  RETRACTION,
  /** A demand. */
  DEMAND,
  /** What became of a demand. */
  ANSWER,
  /** A decision. */
  DECISION,
  /** A decision is lifted. */
  LIFTING,
  /** A case is closed. */
  CLOSING;

  /** The word in files and messages, as {@code decision}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

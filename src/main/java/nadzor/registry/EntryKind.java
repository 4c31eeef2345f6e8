package nadzor.registry;

import java.util.Locale;

/** The kinds of entry, in the order in which entries of one instant are recorded. */
public enum EntryKind {
  /** An operator is entered, or corrected. */
  OPERATOR,
  /** A platform is entered, or corrected. */
  PLATFORM,
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
  /** A decision is proposed. */
  PROPOSAL,
  /** A proposal is dismissed. */
  DISMISSAL,
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

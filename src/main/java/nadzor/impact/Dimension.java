package nadzor.impact;

import java.util.Locale;

/** By what the difference is broken down. */
public enum Dimension {
  /**
   * The platform as the caller tells it; without that the case of a decision, the file of a list.
   */
  PLATFORM,
  /** The decision, or the list. */
  DECISION,
  /** The rule. */
  RULE,
  /** The registrable domain of the name (public suffix and one label). */
  SITE,
  /** The client group; requests only. */
  CLIENTS;

  /** The word in tables and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package nadzor.impact;

import java.util.Locale;

/** How a rule comes to hold a name. */
public enum Reach {
  /** It names this very name. */
  EXACT,
  /** It names a name above this one. */
  PARENT,
  /** It names a text within this one. */
  MASK,
  /** It names no name: an address, a port. */
  ADDRESS;

  /** The word in tables and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

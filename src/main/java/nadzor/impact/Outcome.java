package nadzor.impact;

import java.util.Locale;

/** What an update does to a request. */
public enum Outcome {
  /** Free before, restricted after. */
  NEWLY_RESTRICTED,
  /** Restricted before, free after. */
  NEWLY_FREE,
  /** Restricted before and after, by another measure. */
  OTHERWISE_RESTRICTED,
  /** Restricted before and after, by the same measure. */
  STILL_RESTRICTED,
  /** Free before and after. */
  STILL_FREE;

  /** The word in tables and files, as {@code newly-restricted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the update makes a difference. */
  public boolean isChange() {
    return this != STILL_RESTRICTED && this != STILL_FREE;
  }
}

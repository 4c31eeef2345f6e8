package nadzor.blocklist;

import java.util.Locale;

/** What a decision orders. Nothing else is called a measure. */
public enum Measure {
  /** Access is to be prevented. */
  BLOCK,
  /** Access is to be slowed down. */
  THROTTLE;

  /** The word in files, as {@code block}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

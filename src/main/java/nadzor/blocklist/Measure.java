package nadzor.blocklist;

import java.util.Locale;

/** What a decision orders. Nothing else is called a measure. */
public enum Measure {
  /** Access is to be prevented. */
  BLOCK(1),
  /** Access is to be slowed down. */
  THROTTLE(2);

  private final int bit;

  Measure(int bit) {
    this.bit = bit;
  }

  /** The measure's place in a set of measures that is kept as an int. */
  public int bit() {
    return bit;
  }

  /** The word in files, as {@code block}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package nadzor.censor;

import java.time.Duration;

/**
 * What stays restricted after a trigger. Immutable.
 *
 * @param key which later flows it catches
 * @param duration how long
 * @param renewed whether a caught flow starts the time anew
 */
public record Residual(Key key, Duration duration, boolean renewed) {
  /** Checks that it lasts. */
  public Residual {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a residual of " + duration + ", expected above 0");
    }
  }

  /** Which parts of the flow's addresses are remembered. */
  public enum Key {
    /** Client address and port, server address and port. */
    FOUR_TUPLE("4-tuple"),
    /** Client address, server address and port. */
    THREE_TUPLE("3-tuple"),
    /** Client address and server address. */
    ADDRESS_PAIR("address");

    private final String word;

    Key(String word) {
      this.word = word;
    }

    /** The word in profile files. */
    public String word() {
      return word;
    }
  }
}

package nadzor.exchange;

/**
 * One thing to be said of a list. Immutable.
 *
 * @param kind what happened
 * @param rule the rule or reason, as {@code trailing-dot}
 * @param at where
 * @param found what stands there, shortened
 * @param became what it became, what was expected, or what is lost
 */
public record Remark(Kind kind, String rule, Spot at, String found, String became) {
  private static final int SHOWN = 120;

  /** What happened. */
  public enum Kind {
    /** A value was read as another one. */
    REPAIRED,
    /** A value or a line was left out. */
    REFUSED,
    /** Something is odd, and was kept. */
    NOTED,
    /** An item was kept, and something of it was lost. */
    REDUCED,
    /** An item was left out, as there is no way to hold it. */
    DROPPED
  }

  static Remark repaired(Repair rule, Spot at, String found, String became) {
    return new Remark(Kind.REPAIRED, rule.word(), at, shown(found), shown(became));
  }

  static Remark refused(Fault fault, Spot at, String found, String expected) {
    return new Remark(Kind.REFUSED, fault.word(), at, found, expected);
  }

  static Remark noted(Fault fault, Spot at, String found, String expected) {
    return new Remark(Kind.NOTED, fault.word(), at, found, expected);
  }

  static Remark lost(Kind kind, Loss loss, Spot at, String found, String why) {
    return new Remark(kind, loss.word(), at, shown(found), why);
  }

  /** The text, cut where it is too long for a line. */
  static String shown(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) ? '\ufffd' : c);
    }
    return text.length() <= SHOWN
        ? clean.toString()
        : clean + "… (" + text.length() + " characters)";
  }

  /** One line for people. */
  @Override
  public String toString() {
    return switch (kind) {
      case REPAIRED ->
          at + ": repaired (" + rule + "): found '" + found + "', became '" + became + "'";
      case REFUSED -> at + ": found " + found + ", expected " + became;
      case NOTED -> at + ": kept (" + rule + "): found " + found + ", expected " + became;
      case REDUCED -> at + ": reduced (" + rule + "): '" + found + "': " + became;
      case DROPPED -> at + ": dropped (" + rule + "): '" + found + "': " + became;
    };
  }
}

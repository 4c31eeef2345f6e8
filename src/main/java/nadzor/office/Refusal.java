package nadzor.office;

/** The office does not do what was asked; says why, and what part of the request is meant. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The kinds, by what the one who asked can do about it. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** It has changed since it was read. */
    STALE,
    /** Something else is under way. */
    BUSY,
    /** It cannot be, as things are. */
    REFUSED,
    /** The store does not take it now; nothing was written. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String pointer;
  private final String found;
  private final String expected;

  /**
   * A refusal, with the message {@code found ..., expected ...}.
   *
   * @param pointer a JSON pointer into the request; empty for all of it
   */
  public Refusal(Kind kind, String pointer, String found, String expected) {
    super("found " + found + ", expected " + expected);
    this.kind = kind;
    this.pointer = pointer;
    this.found = found;
    this.expected = expected;
  }

  static Refusal of(String pointer, String found, String expected) {
    return new Refusal(Kind.REFUSED, pointer, found, expected);
  }

  /** There is no such thing. */
  public static Refusal unknown(String pointer, String what, String id) {
    return new Refusal(Kind.UNKNOWN, pointer, what + " '" + id + "'", "one that is known");
  }

  /** What can be done about it. */
  public Kind kind() {
    return kind;
  }

  /** What part of the request is meant. */
  public String pointer() {
    return pointer;
  }

  /** What stands there. */
  public String found() {
    return found;
  }

  /** What would have been taken. */
  public String expected() {
    return expected;
  }
}

package nadzor.store;

/** The first link of a journal's chain that does not hold. */
public final class BrokenChain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long number;
  private final String found;
  private final String expected;

  /**
   * A finding, with the message {@code record n: found ..., expected ...}.
   *
   * @param number the record
   * @param found what the journal holds
   * @param expected what it should
   */
  BrokenChain(long number, String found, String expected) {
    super("record " + number + ": found " + found + ", expected " + expected);
    this.number = number;
    this.found = found;
    this.expected = expected;
  }

  /** The record. */
  public long number() {
    return number;
  }

  /** What the journal holds. */
  public String found() {
    return found;
  }

  /** What it should hold. */
  public String expected() {
    return expected;
  }
}

package nadzor.registry;

/** Something that the registry cannot take; says what was found and what was expected. */
public final class RegistryException extends RuntimeException {
  private final String where;
  private final String found;
  private final String expected;

  /**
   * A refusal, with the message {@code where: found ..., expected ...}.
   *
   * @param where the entry it is about, such as {@code decision fb-1}
   * @param found what stands there
   * @param expected what would have been taken
   */
  public RegistryException(String where, String found, String expected) {
    super(where + ": found " + found + ", expected " + expected);
    this.where = where;
    this.found = found;
    this.expected = expected;
  }

  /** The entry it is about, such as {@code decision fb-1}. */
  public String where() {
    return where;
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

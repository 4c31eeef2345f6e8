package nadzor.store;

/**
 * JSON that is no record, or an entry that has no JSON; says where, what was found and what was
 * expected.
 */
public final class BadRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String found;
  private final String expected;
  private final long offset;

  /**
   * A refusal, with the message {@code pointer: found ..., expected ...}.
   *
   * @param pointer a JSON pointer (RFC 6901); empty for the whole text
   * @param found what stands there
   * @param expected what would have been taken
   * @param offset where in the text, in bytes from 0; -1 where there is no text yet
   */
  BadRecord(String pointer, String found, String expected, long offset) {
    super((pointer.isEmpty() ? "" : pointer + ": ") + "found " + found + ", expected " + expected);
    this.pointer = pointer;
    this.found = found;
    this.expected = expected;
    this.offset = offset;
  }

  /** A JSON pointer (RFC 6901); empty for the whole text. */
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

  /** Where in the text, in bytes from 0; -1 where there is no text yet. */
  public long offset() {
    return offset;
  }
}

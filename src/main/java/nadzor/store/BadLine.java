package nadzor.store;

/** A line of an export that cannot be imported. */
public final class BadLine extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final long column;

  /**
   * A refusal, with the message {@code line l, column c: found ..., expected ...}.
   *
   * @param line from 1
   * @param column in characters, from 1
   * @param found what stands there
   * @param expected what would have been taken
   */
  BadLine(long line, long column, String found, String expected) {
    super("line " + line + ", column " + column + ": found " + found + ", expected " + expected);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1. */
  public long line() {
    return line;
  }

  /** The column in characters, from 1. */
  public long column() {
    return column;
  }
}

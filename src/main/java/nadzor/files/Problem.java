package nadzor.files;

/**
 * One thing that is wrong in a file. Immutable.
 *
 * @param at where
 * @param path where in the structure, as {@code networks[1].lag}; empty for the whole file
 * @param found what stands there
 * @param expected what should
 */
public record Problem(Position at, String path, String found, String expected) {
  /** One line for people. */
  @Override
  public String toString() {
    String where = path.isEmpty() ? "" : path + ": ";
    return at + ": " + where + "found " + found + ", expected " + expected;
  }
}

package nadzor.wire;

/**
 * What a reader says of the octets it was given. Immutable.
 *
 * @param <T> what is read
 */
public sealed interface Parsed<T> {
  /**
   * The octets hold the whole of it.
   *
   * @param value what was read
   * @param consumed how many octets it took, from the offset that was given
   */
  record Complete<T>(T value, int consumed) implements Parsed<T> {}

  /** So far it could be one; the octets end too early to say. */
  record NeedMore<T>() implements Parsed<T> {}

  /**
   * It is none, whatever follows.
   *
   * @param why what was found, for logs
   */
  record NotThis<T>(String why) implements Parsed<T> {}
}

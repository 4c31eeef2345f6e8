package nadzor.impact;

/**
 * How much. Immutable.
 *
 * @param requests requests, each as often as the log counts it
 * @param names distinct names
 */
public record Count(long requests, long names) {
  /** Nothing. */
  public static final Count NONE = new Count(0, 0);

  /** Both. */
  public Count plus(Count other) {
    return new Count(requests + other.requests, names + other.names);
  }
}

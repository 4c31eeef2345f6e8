package nadzor.censor;

/** Grants octets at a rate. Times are nanoseconds of one monotonic clock. */
public interface Bucket {
  /**
   * Takes as many octets as may pass now.
   *
   * @param wanted how many wait, above 0
   * @return how many may pass; 0 to {@code wanted}
   */
  int take(int wanted, long nowNanos);

  /**
   * How many octets it holds now, for who looks on: changes nothing, and may be asked from any
   * thread, whose answer is then a moment old.
   */
  long tokens(long nowNanos);

  /** How long until something may pass again; 0 where it may now. */
  long waitNanos(long nowNanos);
}

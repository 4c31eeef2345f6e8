package nadzor.exchange;

/**
 * How much is read. Immutable.
 *
 * @param line octets of a line, or of an XML token
 * @param expanded octets that come out of an archive
 * @param ratio octets out for each octet in, once {@link #FREE} octets came out
 */
public record Limits(int line, long expanded, int ratio) {
  /** Octets out of an archive before its ratio counts. */
  static final long FREE = 16L << 20;

  /** A megabyte a line, 8 GB from an archive, at most 200 times its size. */
  public static final Limits USUAL = new Limits(1 << 20, 8L << 30, 200);
}

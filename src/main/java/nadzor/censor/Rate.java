package nadzor.censor;

/**
 * How fast octets may pass. Immutable.
 *
 * @param bytesPerSecond the long-run rate
 * @param bucketBytes how much may pass at once after a pause
 * @param policing true: once the bucket is empty nothing passes until it is full again (burst and
 *     stall, as dropped packets show on a terminated stream); false: shaping, an even flow
 */
public record Rate(double bytesPerSecond, int bucketBytes, boolean policing) {
  private static final int SEGMENT = 1_460;

  /** Checks that both figures are positive. */
  public Rate {
    if (!(bytesPerSecond > 0) || bytesPerSecond > 1e12) {
      throw new IllegalArgumentException("a rate of " + bytesPerSecond + " B/s, expected above 0");
    }
    if (bucketBytes < 1) {
      throw new IllegalArgumentException("a bucket of " + bucketBytes + " B, expected at least 1");
    }
  }

  /** Policing with a bucket of one second's worth, at least one octet. */
  public static Rate policing(double bytesPerSecond) {
    return new Rate(bytesPerSecond, bucketOf(bytesPerSecond, 1.0), true);
  }

  /**
   * Shaping with a bucket of a twentieth of a second's worth; at a slow rate a segment of 1,460
   * octets, but at most half a second's worth: each bucket is a wake-up, and thousands of flows may
   * be slow at once.
   */
  public static Rate shaping(double bytesPerSecond) {
    int even = bucketOf(bytesPerSecond, 0.05);
    int segment = Math.min(SEGMENT, bucketOf(bytesPerSecond, 0.5));
    return new Rate(bytesPerSecond, Math.max(even, segment), false);
  }

  private static int bucketOf(double bytesPerSecond, double seconds) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(bytesPerSecond * seconds)));
  }
}

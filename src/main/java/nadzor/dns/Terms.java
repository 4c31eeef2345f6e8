package nadzor.dns;

/**
 * On which terms a client is told the truth. Immutable.
 *
 * @param ruled whether a ruling set them: the truth is then judged no further, and nobody keeps it
 * @param stripsEch whether Encrypted ClientHello is taken out of it
 * @param delayNanos how much later it leaves
 * @param gapNanos how long after now it leaves at the earliest
 */
record Terms(boolean ruled, boolean stripsEch, long delayNanos, long gapNanos) {
  /** At once, and as it is. */
  static final Terms PLAIN = new Terms(false, false, 0, 0);

  /** The same, for a question that is exempt: its answer is not judged. */
  static final Terms EXEMPT = new Terms(true, false, 0, 0);
}

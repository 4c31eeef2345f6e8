package nadzor.blocklist.lint;

/** How much a finding matters; the worst first. */
public enum Severity {
  /** Much is hit that nobody meant. */
  ERROR,
  /** Probably a mistake. */
  WARNING,
  /** Worth knowing. */
  NOTE
}

package nadzor.blocklist;

/**
 * Ports from one to another, both included. Immutable.
 *
 * @param from 0 to 65535
 * @param to not less than {@code from}, up to 65535
 */
public record PortRange(int from, int to) {
  private static final int LAST = 65_535;

  /** Every port. */
  public static final PortRange ALL = new PortRange(0, LAST);

  /** Checks the bounds. */
  public PortRange {
    if (from < 0 || to > LAST || from > to) {
      throw new IllegalArgumentException(
          "ports " + from + "-" + to + " are not a range within 0-" + LAST);
    }
  }

  /**
   * Reads {@code 443} or {@code 8000-8100}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static PortRange of(String written) {
    int dash = written.indexOf('-');
    int from = port(dash < 0 ? written : written.substring(0, dash), written);
    return new PortRange(from, dash < 0 ? from : port(written.substring(dash + 1), written));
  }

  private static int port(String digits, String written) {
    boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain || digits.length() > 5) {
      throw new IllegalArgumentException("'" + written + "' is no port and no range of ports");
    }
    return Integer.parseInt(digits);
  }

  /** Whether the port is one of them. */
  public boolean holds(int port) {
    return from <= port && port <= to;
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }
}

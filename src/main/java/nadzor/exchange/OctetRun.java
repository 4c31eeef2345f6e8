package nadzor.exchange;

/**
 * Octets that mean just themselves where they stand in XML of windows-1251: no markup, no
 * reference, no end of a line, and none that the encoding lacks. Immutable.
 */
final class OctetRun {
  /** Between double quotes. */
  static final OctetRun QUOTED = new OctetRun("\"<&");

  /** Between single quotes. */
  static final OctetRun SINGLE_QUOTED = new OctetRun("'<&");

  /** Between tags. */
  static final OctetRun TEXT = new OctetRun("<&]");

  /** In a CDATA section. */
  static final OctetRun CDATA = new OctetRun("]");

  private static final int UNDEFINED = 0x98;

  private final boolean[] ends = new boolean[256];

  private OctetRun(String markup) {
    markup.chars().forEach(octet -> ends[octet] = true);
    for (int i = 0; i < ' '; i++) {
      ends[i] = true;
    }
    ends[UNDEFINED] = true;
  }

  /** Where the first octet stands that is none of them; {@code to} where all are. */
  int endIn(byte[] octets, int from, int to) {
    boolean[] stops = ends;
    int at = from;
    while (at < to && !stops[octets[at] & 0xff]) {
      at++;
    }
    return at;
  }
}

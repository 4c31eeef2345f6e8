package nadzor.wire;

/** Walks over the lines of a head; a line ends with LF, a CR before it is cut. Not thread-safe. */
final class HeadLines {
  private final byte[] octets;
  private final int limit;
  private int start;
  private int length;
  private int after;

  HeadLines(byte[] octets, int offset, int length) {
    this.octets = octets;
    this.limit = offset + length;
    this.after = offset;
  }

  /** Goes to the next line; false where its end has not come. */
  boolean next() {
    for (int i = after; i < limit; i++) {
      if (octets[i] == '\n') {
        start = after;
        length = i > start && octets[i - 1] == '\r' ? i - 1 - start : i - start;
        after = i + 1;
        return true;
      }
    }
    return false;
  }

  /** Whether the line holds an octet that no line may: CR, NUL (RFC 9110 section 5.5). */
  boolean isBroken() {
    for (int i = start; i < start + length; i++) {
      if (octets[i] == '\r' || octets[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the line starts in the array. */
  int start() {
    return start;
  }

  /** How many octets the line has, its end not counted. */
  int length() {
    return length;
  }

  /** Where the next line starts. */
  int after() {
    return after;
  }
}

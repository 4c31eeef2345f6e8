package nadzor.exchange;

/**
 * A place in octets of a single-byte encoding, with the line and column that it is in; goes on over
 * what it is told to expect. Not thread-safe.
 */
final class OctetCursor {
  private byte[] octets = {};
  private int at;
  private int end;
  private int line = 1;
  private int lineStart;

  /** Whether octets are a word of ASCII. */
  static boolean isAt(byte[] octets, int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (octets[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** From now on over these octets. */
  void on(byte[] those, int from, int to) {
    octets = those;
    at = from;
    end = to;
  }

  /** It stands in this line and column, both from 1. */
  void place(int newLine, int column) {
    line = newLine;
    lineStart = at - column + 1;
  }

  int at() {
    return at;
  }

  int line() {
    return line;
  }

  /** From 1. */
  int column() {
    return at - lineStart + 1;
  }

  byte[] octets() {
    return octets;
  }

  /** Goes on over a word of ASCII, if it is there. */
  boolean take(String word) {
    boolean there = end - at >= word.length() && isAt(octets, at, word);
    if (there) {
      at += word.length();
    }
    return there;
  }

  /** Goes on over an octet of ASCII, if it is there. */
  boolean take(char octet) {
    boolean there = at < end && octets[at] == octet;
    at += there ? 1 : 0;
    return there;
  }

  /** Goes on over blanks and ends of lines, LF or CR LF; whether there were any. */
  boolean takeBlank() {
    int from = at;
    while (at < end && isBlank(octets[at])) {
      boolean ends = octets[at] == '\n';
      at++;
      line += ends ? 1 : 0;
      lineStart = ends ? at : lineStart;
    }
    return at > from;
  }

  private boolean isBlank(byte octet) {
    return octet == ' '
        || octet == '\n'
        || octet == '\t'
        || (octet == '\r' && at + 1 < end && octets[at + 1] == '\n');
  }

  /** Goes on to the first octet that ends a run, or to the end. */
  void takeRun(OctetRun run) {
    at = run.endIn(octets, at, end);
  }
}

package nadzor.exchange;

/**
 * Lines and columns of a file, of whose octets a parser was not given some: it counts without them.
 * Not thread-safe.
 */
final class XmlPlaces {
  private int lines;
  private int line;
  private int columns;

  /** The file's line, for that of the parser. */
  int line(int parsers) {
    return parsers + lines;
  }

  /** The file's column, for a place of the parser. */
  int column(int parsersLine, int parsersColumn) {
    return parsersLine == line ? parsersColumn + columns : parsersColumn;
  }

  /** The parser stands here, and what it is given next stands there in the file. */
  void skipped(int parsersLine, int parsersColumn, int newLine, int newColumn) {
    lines = newLine - parsersLine;
    line = parsersLine;
    columns = newColumn - parsersColumn;
  }
}

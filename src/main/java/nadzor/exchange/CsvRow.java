package nadzor.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fields of a line as RFC 4180 quotes them, with their columns; a quoted field ends in its line.
 */
final class CsvRow {
  private static final int USUAL = 6;

  /** A field without its quotes. */
  record Field(String text, int column) {}

  private CsvRow() {}

  /** The fields; empty where a quote is not closed. */
  static Optional<List<Field>> split(String line, char separator) {
    List<Field> fields = new ArrayList<>(USUAL);
    int start = 0;
    while (start <= line.length()) {
      boolean quoted = start < line.length() && line.charAt(start) == '"';
      int end = quoted ? closing(line, start + 1) : line.indexOf(separator, start);
      if (quoted && end < 0) {
        return Optional.empty();
      }
      if (quoted) {
        String text = line.substring(start + 1, end).replace("\"\"", "\"");
        fields.add(new Field(text, start + 2));
        end++;
        if (end < line.length() && line.charAt(end) != separator) {
          return Optional.empty();
        }
      } else {
        end = end < 0 ? line.length() : end;
        fields.add(new Field(line.substring(start, end), start + 1));
      }
      start = end + 1;
    }
    return Optional.of(fields);
  }

  private static int closing(String line, int from) {
    int end = line.indexOf('"', from);
    while (end >= 0 && end + 1 < line.length() && line.charAt(end + 1) == '"') {
      end = line.indexOf('"', end + 2);
    }
    return end;
  }

  /** A field with quotes where it needs them. */
  static String quoted(String text, char separator) {
    boolean needed =
        text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}

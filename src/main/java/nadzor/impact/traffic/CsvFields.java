package nadzor.impact.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits one row of CSV (RFC 4180); a quoted field ends within its line. */
record CsvFields(char separator) {
  /** The separator that yields most fields of a heading: comma, semicolon or tab. */
  static CsvFields ofHeading(String heading) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(heading, candidate) > count(heading, best)) {
        best = candidate;
      }
    }
    return new CsvFields(best);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** The fields; empty where quotes do not match. */
  Optional<List<String>> split(String row) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= row.length()) {
      int end = at < row.length() && row.charAt(at) == '"' ? closing(row, at) : next(row, at);
      if (end < 0 || (end < row.length() && row.charAt(end) != separator)) {
        return Optional.empty();
      }
      fields.add(field(row.substring(at, end)));
      at = end + 1;
    }
    return Optional.of(fields);
  }

  private int next(String row, int from) {
    int end = row.indexOf(separator, from);
    return end < 0 ? row.length() : end;
  }

  /** Behind the closing quote; -1 where there is none. */
  private static int closing(String row, int from) {
    int quote = row.indexOf('"', from + 1);
    while (quote >= 0 && quote + 1 < row.length() && row.charAt(quote + 1) == '"') {
      quote = row.indexOf('"', quote + 2);
    }
    return quote < 0 ? -1 : quote + 1;
  }

  private static String field(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"").strip()
        : written.strip();
  }
}

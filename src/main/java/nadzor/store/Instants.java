package nadzor.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads instants as {@link Instant#toString} writes them, the usual ones without a formatter. */
final class Instants {
  private static final int USUAL = "2022-03-04T16:00:00Z".length();

  private Instants() {}

  /**
   * The instant.
   *
   * @throws DateTimeException if the text is none
   */
  static Instant parse(String text) {
    boolean usual = text.length() == USUAL && text.charAt(10) == 'T' && text.charAt(19) == 'Z';
    if (!usual || text.charAt(0) == '-' || !separated(text)) {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)).toEpochDay();
    int hour = below(24, two(text, 11), text);
    int minute = below(60, two(text, 14), text);
    int second = below(60, two(text, 17), text);
    return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second);
  }

  private static boolean separated(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static int two(String text, int at) {
    return digit(text, at) * 10 + digit(text, at + 1);
  }

  private static int digit(String text, int at) {
    char c = text.charAt(at);
    if (c < '0' || c > '9') {
      throw new DateTimeException("'" + text + "' has '" + c + "' for a digit");
    }
    return c - '0';
  }

  private static int below(int bound, int value, String text) {
    if (value >= bound) {
      throw new DateTimeException(
          "'" + text + "' has " + value + ", below " + bound + " is possible");
    }
    return value;
  }
}

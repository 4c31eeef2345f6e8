package nadzor.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Reads dates and times in the forms of ISO 8601 that the JDK reads, those of a register without
 * its formatters: a register has millions, and the formatters took more time than the XML parser.
 */
final class Dates {
  private static final int DATE = "2022-02-24".length();
  private static final int TIME = "2022-02-24T19:00:00".length();

  private Dates() {}

  /**
   * A date as {@code 2022-02-24}.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static LocalDate date(String text) {
    return text.length() == DATE && isDate(text) ? usual(text) : LocalDate.parse(text);
  }

  /**
   * A time of a day, without a zone, as {@code 2022-02-24T19:00:00}.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static LocalDateTime time(String text) {
    if (text.length() != TIME || !isDate(text) || !isTime(text)) {
      return LocalDateTime.parse(text);
    }
    LocalTime of = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    return LocalDateTime.of(usual(text), of);
  }

  private static LocalDate usual(String text) {
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static boolean isDate(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && isNumber(text, 0, 4)
        && isNumber(text, 5, 7)
        && isNumber(text, 8, 10);
  }

  private static boolean isTime(String text) {
    return text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && isNumber(text, 11, 13)
        && isNumber(text, 14, 16)
        && isNumber(text, 17, 19);
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}

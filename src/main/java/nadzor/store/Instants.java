package nadzor.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads instants as {@link Instant#toString} writes them, the usual ones without a formatter. */
final class Instants {
  private static final int SECONDS = "2022-03-04T16:00:00Z".length();
  private static final int MILLIS = "2022-03-04T16:00:00.123Z".length();

  private Instants() {}

  /**
   * The instant.
   *
   * @throws DateTimeException if the octets are none
   */
  static Instant parse(byte[] text, int from, int to) {
    int length = to - from;
    boolean usual = length == SECONDS || (length == MILLIS && text[from + 19] == '.');
    if (!usual || text[to - 1] != 'Z' || text[from] == '-' || !separated(text, from)) {
      return Instant.parse(new String(text, from, length, StandardCharsets.UTF_8));
    }
    long day =
        LocalDate.of(
                two(text, from) * 100 + two(text, from + 2),
                two(text, from + 5),
                two(text, from + 8))
            .toEpochDay();
    int hour = two(text, from + 11, 24);
    int minute = two(text, from + 14, 60);
    int second = two(text, from + 17, 60);
    int millis = length == MILLIS ? two(text, from + 20) * 10 + digit(text, from + 22) : 0;
    return Instant.ofEpochSecond(
        day * 86_400 + hour * 3_600L + minute * 60L + second, millis * 1_000_000L);
  }

  private static boolean separated(byte[] text, int from) {
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && text[from + 10] == 'T'
        && text[from + 13] == ':'
        && text[from + 16] == ':';
  }

  private static int two(byte[] text, int at) {
    return digit(text, at) * 10 + digit(text, at + 1);
  }

  private static int digit(byte[] text, int at) {
    int digit = text[at] - '0';
    if (digit < 0 || digit > 9) {
      throw new DateTimeException("octet " + text[at] + " for a digit");
    }
    return digit;
  }

  private static int two(byte[] text, int at, int bound) {
    int value = two(text, at);
    if (value >= bound) {
      throw new DateTimeException(value + " where below " + bound + " is possible");
    }
    return value;
  }
}

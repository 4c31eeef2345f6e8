package nadzor.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import nadzor.registry.MoscowTime;

/** Reads instants, dates and durations as the API has them. */
final class Instants {
  private static final int DATE = "2022-03-04".length();
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  /** Days, hours, minutes and seconds in this order, at least one of them. */
  private static final Pattern PLAIN = Pattern.compile("(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?");

  private Instants() {}

  /** An instant; a date alone is the end of that day in Moscow. */
  static Instant of(String pointer, String written) {
    try {
      Instant read =
          written.length() == DATE
              ? MoscowTime.startOf(LocalDate.parse(written).plusDays(1)).minusMillis(1)
              : OffsetDateTime.parse(written).toInstant();
      if (read.isAfter(FIRST) && read.isBefore(LAST)) {
        return read;
      }
    } catch (DateTimeException e) {
      throw wrong(pointer, written);
    }
    throw wrong(pointer, written);
  }

  private static Problem wrong(String pointer, String written) {
    return Problem.malformed(
        new Fault(
            pointer,
            "'" + written + "'",
            "a date from 1900 to 2199 (2022-03-04) or an instant with its offset"
                + " (2022-03-14T00:00:00+03:00)"));
  }

  static LocalDate date(String pointer, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw Problem.malformed(new Fault(pointer, "'" + written + "'", "a date (2022-03-04)"));
    }
  }

  /** A duration by ISO 8601, or in plain words: {@code 7d}, {@code 36h}, {@code 1h30m}. */
  static Duration duration(String pointer, String written) {
    try {
      return Duration.parse(PLAIN.matcher(written).matches() ? iso(written) : written);
    } catch (DateTimeParseException e) {
      throw Problem.malformed(
          new Fault(pointer, "'" + written + "'", "a duration (PT1H30M, P2D, 7d, 1h30m)"));
    }
  }

  private static String iso(String plain) {
    int day = plain.indexOf('d') + 1;
    String time = plain.substring(day);
    return "P" + plain.substring(0, day) + (time.isEmpty() ? "" : "T" + time);
  }
}

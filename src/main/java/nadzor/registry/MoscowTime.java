package nadzor.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The zone of the authorities, and how their statements write dates. */
public final class MoscowTime {
  /** Europe/Moscow: UTC+3 since 26 October 2014. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private static final DateTimeFormatter DAY = format("d MMMM uuuu");
  private static final DateTimeFormatter MONTH = format("MMMM uuuu");
  private static final DateTimeFormatter MINUTE = format("d MMMM uuuu, HH:mm");

  private MoscowTime() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }

  /** The first instant of that day: from then on a record counts that has a date only. */
  public static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /** The date in Moscow. */
  public static LocalDate dateOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  /** As {@code 4 March 2022}. */
  static String day(LocalDate date) {
    return date.format(DAY);
  }

  /** As {@code 4 March 2022}, the date in Moscow. */
  static String day(Instant instant) {
    return day(dateOf(instant));
  }

  /** As {@code October 2020}, the month in Moscow. */
  static String month(Instant instant) {
    return YearMonth.from(dateOf(instant)).format(MONTH);
  }

  /** As {@code 14 March 2022, 00:00 Moscow time (13 March 2022, 21:00 UTC)}. */
  static String both(Instant instant) {
    return instant.atZone(ZONE).format(MINUTE)
        + " Moscow time ("
        + instant.atOffset(ZoneOffset.UTC).format(MINUTE)
        + " UTC)";
  }
}

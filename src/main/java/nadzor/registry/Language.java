package nadzor.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language of statements, with its words for dates and numbers. */
public enum Language {
  /** English, dates as in Britain. */
  ENGLISH("en", Locale.UK, " Moscow time"),
  /** Russian. */
  RUSSIAN("ru", Locale.forLanguageTag("ru"), " по московскому времени");

  private final String code;
  private final String zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter minute;

  Language(String code, Locale locale, String zone) {
    this.code = code;
    this.zone = zone;
    this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
    this.month = DateTimeFormatter.ofPattern("MMMM uuuu", locale);
    this.minute = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale);
  }

  /** Two letters, as {@code ru}. */
  public String code() {
    return code;
  }

  String day(LocalDate date) {
    return date.format(day);
  }

  String day(Instant instant) {
    return day(MoscowTime.dateOf(instant));
  }

  String month(Instant instant) {
    return YearMonth.from(MoscowTime.dateOf(instant)).format(month);
  }

  /** As {@code 14 March 2022, 00:00 Moscow time (13 March 2022, 21:00 UTC)}. */
  String both(Instant instant) {
    return instant.atZone(MoscowTime.ZONE).format(minute)
        + zone
        + " ("
        + instant.atOffset(ZoneOffset.UTC).format(minute)
        + " UTC)";
  }

  /** The form of a noun after the number: {@code one}, {@code few} or {@code many}. */
  String plural(int number) {
    int last = number % 10;
    boolean teen = number % 100 / 10 == 1;
    if (this == ENGLISH) {
      return number == 1 ? "one" : "many";
    }
    if (!teen && last == 1) {
      return "one";
    }
    return !teen && last >= 2 && last <= 4 ? "few" : "many";
  }
}

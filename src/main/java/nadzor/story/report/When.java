package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nadzor.registry.MoscowTime;

/** Dates as the report writes them: Moscow first, as the authorities do, and UTC beside it. */
final class When {
  private static final DateTimeFormatter DAY = format("d MMMM uuuu");
  private static final DateTimeFormatter SHORT_DAY = format("d MMM");
  private static final DateTimeFormatter SHORT_DATE = format("d MMM uuuu");
  private static final DateTimeFormatter MONTH = format("MMM uuuu");
  private static final DateTimeFormatter MINUTE = format("d MMMM uuuu, HH:mm");
  private static final DateTimeFormatter HOUR = format("HH:mm");
  private static final DateTimeFormatter SHORT_MINUTE = format("d MMM uuuu, HH:mm");

  private When() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** As {@code 2022-02-25T22:00:00+03:00}. */
  static String iso(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(MoscowTime.ZONE));
  }

  /** As {@code 25 February 2022}, in Moscow. */
  static String day(Instant at) {
    return day(MoscowTime.dateOf(at));
  }

  static String day(LocalDate date) {
    return date.format(DAY);
  }

  /** As {@code 25 Feb 2022}. */
  static String shortDate(LocalDate date) {
    return date.format(SHORT_DATE);
  }

  /** As {@code 25 Feb}, in Moscow. */
  static String shortDay(Instant at) {
    return at.atZone(MoscowTime.ZONE).format(SHORT_DAY);
  }

  /** As {@code Feb 2022}, in Moscow. */
  static String month(Instant at) {
    return at.atZone(MoscowTime.ZONE).format(MONTH);
  }

  /** As {@code 25 Feb 2022, 22:00}, in Moscow. */
  static String minute(Instant at) {
    return at.atZone(MoscowTime.ZONE).format(SHORT_MINUTE);
  }

  /**
   * As {@code 25 February 2022, 22:00 Moscow time (19:00 UTC)}, or {@code 14 March 2022, 00:00
   * Moscow time (13 March 2022, 21:00 UTC)}.
   */
  static Html both(Instant at) {
    return tag("time")
        .with("datetime", at.toString())
        .holding(
            Html.text(at.atZone(MoscowTime.ZONE).format(MINUTE) + " Moscow time "),
            tag("span", "quiet").text("(" + utc(at) + " UTC)"));
  }

  /** The hour alone where it is the same day there. */
  private static String utc(Instant at) {
    boolean sameDay = at.atOffset(ZoneOffset.UTC).toLocalDate().equals(MoscowTime.dateOf(at));
    return at.atOffset(ZoneOffset.UTC).format(sameDay ? HOUR : MINUTE);
  }

  /** As {@link #minute}, marked up as a time. */
  static Html brief(Instant at) {
    return tag("time").with("datetime", at.toString()).text(minute(at));
  }
}

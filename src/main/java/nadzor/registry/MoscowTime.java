package nadzor.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone of the authorities, and how their statements write dates. */
public final class MoscowTime {
  /** Europe/Moscow: UTC+3 since 26 October 2014. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private MoscowTime() {}

  /** The first instant of that day: from then on a record counts that has a date only. */
  public static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /** The date in Moscow. */
  public static LocalDate dateOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }
}

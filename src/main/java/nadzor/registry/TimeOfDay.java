package nadzor.registry;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** From this time until midnight, where an authority sits. Immutable. */
public record TimeOfDay(LocalTime time, ZoneId zone) {
  /** That time in Moscow. */
  public static TimeOfDay inMoscow(LocalTime time) {
    return new TimeOfDay(time, MoscowTime.ZONE);
  }

  /** The earliest instant not before {@code from} that lies in it. */
  public Instant next(Instant from) {
    ZonedDateTime local = from.atZone(zone);
    return local.toLocalTime().isBefore(time) ? local.with(time).toInstant() : from;
  }
}

package nadzor.impact.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nadzor.flow.EnumWords;

/** How long the periods are by which a change is told. */
public enum Grain {
  /** Hours of the clock. */
  HOUR(ChronoUnit.HOURS),
  /** Days of the calendar. */
  DAY(ChronoUnit.DAYS);

  private static final Duration MOST_BY_HOUR = Duration.ofDays(3);

  private final ChronoUnit unit;

  Grain(ChronoUnit unit) {
    this.unit = unit;
  }

  /** Hours for what spans three days at most, else days. */
  public static Grain of(Duration span) {
    return span.compareTo(MOST_BY_HOUR) <= 0 ? HOUR : DAY;
  }

  /**
   * The one of that word.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static Grain of(String word) {
    return EnumWords.find(Grain.class, "period", word);
  }

  /** The word in tables and files. */
  public String word() {
    return EnumWords.of(this);
  }

  /** When the period begins that an instant lies in. */
  public Instant start(Instant within, ZoneId zone) {
    return within.atZone(zone).truncatedTo(unit).toInstant();
  }

  /** When the period ends that begins at an instant. */
  public Instant end(Instant start, ZoneId zone) {
    ZonedDateTime from = start.atZone(zone);
    return from.plus(1, unit).toInstant();
  }
}

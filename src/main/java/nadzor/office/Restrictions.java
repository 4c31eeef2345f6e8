package nadzor.office;

import java.time.Instant;
import java.time.InstantSource;
import nadzor.censor.Restriction;
import nadzor.censor.RestrictionLog;

/** The laboratory's restrictions as they happen. Thread-safe, never blocks for a reader. */
public final class Restrictions implements RestrictionLog {
  private static final int HELD = 20_000;

  /**
   * One restriction.
   *
   * @param number from 1, without gaps
   * @param at the calendar's instant
   * @param wall real time
   */
  public record Event(long number, Instant at, Instant wall, Restriction restriction) {}

  private final InstantSource calendar;
  private final InstantSource real;
  private final Ring<Event> ring = new Ring<>(HELD);
  private final Rates rates = new Rates();

  Restrictions(InstantSource calendar, InstantSource real) {
    this.calendar = calendar;
    this.real = real;
  }

  @Override
  public void restricted(Restriction restriction) {
    Instant wall = real.instant();
    rates.count(restriction.action(), wall.getEpochSecond());
    ring.add(number -> new Event(number, calendar.instant(), wall, restriction));
  }

  /** The last of them. */
  public Ring<Event> ring() {
    return ring;
  }

  /** How many there are a second. */
  public Rates rates() {
    return rates;
  }
}

package nadzor.impact.traffic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a request was, as far as the log tells. Immutable; ordered by time, what has none last.
 *
 * @param kind whether the log tells it
 * @param micros since 1970 in UTC, rounded down; 0 where it is not told
 */
public record Stamp(Kind kind, long micros) implements Comparable<Stamp> {
  /** Whether a log tells a time. */
  public enum Kind {
    /** It does. */
    TOLD,
    /** It does not. */
    NONE,
    /** It tells something that is no time, or one without a year, or before 1970 or after 2199. */
    UNREADABLE
  }

  /** The log tells no time. */
  public static final Stamp NONE = new Stamp(Kind.NONE, 0);

  /** What the log tells cannot be read. */
  public static final Stamp UNREADABLE = new Stamp(Kind.UNREADABLE, 0);

  /** The end of 2199, in microseconds. */
  static final long END = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

  /**
   * The offsets of all zones are multiples of it, so that hours and days of any zone are made of
   * whole ones: in microseconds.
   */
  public static final long QUARTER = 15 * 60 * 1_000_000L;

  private static final long NO_TIME = -1;
  private static final long NO_SENSE = -2;

  /** At so many microseconds since 1970. */
  public static Stamp at(long micros) {
    return micros < 0 || micros >= END ? UNREADABLE : new Stamp(Kind.TOLD, micros);
  }

  /** Of seconds and parts of them. */
  static Stamp at(long seconds, long nanos) {
    boolean sane = seconds >= 0 && seconds < END / 1_000_000 && nanos >= 0 && nanos < 1_000_000_000;
    return sane ? at(seconds * 1_000_000 + nanos / 1_000) : UNREADABLE;
  }

  /** At an instant. */
  static Stamp at(Instant instant) {
    return at(instant.getEpochSecond(), instant.getNano());
  }

  /** What a column of numbers has in its place: microseconds, or a negative number. */
  public long code() {
    return kind == Kind.TOLD ? micros : kind == Kind.NONE ? NO_TIME : NO_SENSE;
  }

  /** What such a number stands for. */
  public static Stamp ofCode(long code) {
    return code == NO_TIME ? NONE : at(code);
  }

  /** The beginning of its quarter of an hour. */
  public Stamp quarter() {
    return kind == Kind.TOLD ? new Stamp(kind, micros - micros % QUARTER) : this;
  }

  /** As an instant; 1970 where it is not told. */
  public Instant instant() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public int compareTo(Stamp other) {
    int kinds = kind.compareTo(other.kind);
    return kinds != 0 ? kinds : Long.compare(micros, other.micros);
  }
}

package nadzor.impact.traffic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Times as logs write them: RFC 3339 and ISO 8601, with or without a zone, a date alone; BIND's
 * {@code 10-Mar-2021 10:00:00.123}; seconds since 1970 with or without a fraction, milliseconds,
 * microseconds, nanoseconds, told apart by how large they are. Remembers the last text. Not
 * thread-safe.
 */
public final class Clock {
  /** Fewer digits are no time: {@code 20210310} would be in August 1970. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{9,19}([.][0-9]{0,9})?|[0-9][.][0-9]{1,18}[eE][+]?[0-9]{1,2}");

  private static final int FEWEST_DIGITS = 9;
  private static final int SECONDS_DIGITS = 11;
  private static final int MOST_DIGITS = 19;

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("[uuuu-MM-dd][d-MMM-uuuu]")
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalEnd()
          .appendPattern("[' ']")
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;
  private String last = "";
  private Stamp read = Stamp.NONE;

  /** In the zone of times that carry none. */
  public Clock(ZoneId zone) {
    this.zone = zone;
  }

  /** When a text says; nothing for an empty one. */
  public Stamp of(String written) {
    if (!written.equals(last)) {
      read = read(written.strip());
      last = written;
    }
    return read;
  }

  private Stamp read(String text) {
    if (text.isEmpty()) {
      return Stamp.NONE;
    }
    return NUMBER.matcher(text).matches() ? number(new BigDecimal(text)) : date(text);
  }

  private static Stamp number(BigDecimal number) {
    int digits = number.precision() - number.scale();
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
      return Stamp.UNREADABLE;
    }
    int thousands = Math.max(0, (digits - SECONDS_DIGITS + 2) / 3);
    BigDecimal micros = number.movePointRight(6 - 3 * thousands);
    return Stamp.at(micros.setScale(0, RoundingMode.FLOOR).longValue());
  }

  private Stamp date(String text) {
    try {
      return Stamp.at(instant(FORM.parse(text.replace(',', '.'))));
    } catch (DateTimeException e) {
      return Stamp.UNREADABLE;
    }
  }

  private Instant instant(TemporalAccessor parts) {
    if (parts.isSupported(ChronoField.OFFSET_SECONDS)) {
      return Instant.from(parts);
    }
    if (parts.isSupported(ChronoField.HOUR_OF_DAY)) {
      return LocalDateTime.from(parts).atZone(zone).toInstant();
    }
    return LocalDate.from(parts).atStartOfDay(zone).toInstant();
  }

  /** Of a clock on the wall of the zone, in microseconds as though it were UTC. */
  public Stamp wall(long micros) {
    Instant utc = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
    ZonedDateTime there = LocalDateTime.ofInstant(utc, ZoneOffset.UTC).atZone(zone);
    return Stamp.at(there.toEpochSecond(), Math.floorMod(micros, 1_000_000L) * 1_000);
  }
}

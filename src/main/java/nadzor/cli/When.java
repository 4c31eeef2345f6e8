package nadzor.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nadzor.registry.MoscowTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An instant as a user writes it: with its offset, or a date alone, which means the end of that day
 * in Moscow.
 */
record When(Instant instant) {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(MoscowTime.ZONE);

  static When of(String written) {
    try {
      if (written.length() == "2022-03-04".length()) {
        LocalDate day = LocalDate.parse(written);
        return new When(MoscowTime.startOf(day.plusDays(1)).minusMillis(1));
      }
      return new When(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "found '"
              + written
              + "', expected a date that exists (2022-03-04) or an instant with its offset"
              + " (2022-03-14T00:00:00+03:00)",
          e);
    }
  }

  /** As {@code 4 March 2022, 22:00 Moscow time}. */
  static String shown(Instant instant) {
    return SHOWN.format(instant) + " Moscow time";
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<When> {
    @Override
    public When convert(String value) {
      try {
        return of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}

package nadzor.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import nadzor.impact.traffic.Grain;
import nadzor.impact.traffic.Timing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stretch of the logs is asked for, and by which periods the change is told. */
final class ImpactTimes {
  private static final String BY_SPAN = "span";

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only requests from this instant on, as in 2021-03-10T07:00:00Z (RFC 3339).")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "Only requests before this instant.")
  @Nullable String until;

  @Option(
      names = "--per",
      arity = "0..1",
      fallbackValue = BY_SPAN,
      paramLabel = "hour|day",
      description =
          "The change by hour or day as well; without a word hours up to three days, else days. Comes"
              + " with --since and --until.")
  @Nullable String per;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The zone of times that carry none, and of the hours and days shown, as in Europe/Moscow or"
              + " +03:00 (default: UTC).")
  @Nullable String zone;

  /** Empty where none of this is asked for. */
  Optional<Timing> timing() {
    if (since == null && until == null && per == null) {
      if (zone != null) {
        throw new IllegalArgumentException(
            "--zone: found '" + zone + "' alone, expected --per, --since or --until beside it");
      }
      return Optional.empty();
    }
    Optional<Instant> from = instant("--since", since);
    Optional<Instant> end = instant("--until", until);
    Optional<Grain> grain =
        Optional.ofNullable(per).filter(word -> !word.equals(BY_SPAN)).map(ImpactTimes::grain);
    return Optional.of(new Timing(from, end, zone(), grain));
  }

  private static Grain grain(String word) {
    try {
      return Grain.of(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--per: " + e.getMessage(), e);
    }
  }

  private static Optional<Instant> instant(String option, @Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          option
              + ": found '"
              + written
              + "', expected an instant with its offset, as in 2021-03-10T07:00:00Z or"
              + " 2021-03-10T10:00:00+03:00",
          e);
    }
  }

  private ZoneId zone() {
    try {
      return zone == null ? ZoneId.of("UTC") : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone: found '" + zone + "', expected one such as Europe/Moscow or +03:00", e);
    }
  }
}

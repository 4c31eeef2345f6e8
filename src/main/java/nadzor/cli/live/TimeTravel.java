package nadzor.cli.live;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** At what instant, and as known when: every read takes both. */
final class TimeTravel {
  @Option(
      names = "--at",
      paramLabel = "WHEN",
      description = "As it stood then: a date or an instant. Without it now, by the calendar.")
  @Nullable String at;

  @Option(
      names = "--known",
      paramLabel = "WHEN",
      description = "As it was known then, whatever was recorded later.")
  @Nullable String known;

  Fields into(Fields fields) {
    return fields.put("at", at).put("known", known);
  }
}

package nadzor.cli.live;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records a violation by a platform. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = "Records a violation by a platform.",
    footer = {
      "",
      "Example:  nadzor case record facebook --kind media-restricted --source rsoc/news74108"
    })
final class CaseRecordCommand extends RecordingCommand {
  @Parameters(paramLabel = "PLATFORM", description = "Whose breach it is.")
  String platform = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description = "What kind of breach, such as media-restricted.")
  String kind = "";

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      required = true,
      description = "Where that is stated.")
  String source = "";

  @Option(names = "--basis", paramLabel = "LAW", description = "The law that it is a breach of.")
  @Nullable String basis;

  @Option(names = "--description", paramLabel = "TEXT", description = "What happened.")
  @Nullable String description;

  @Option(names = "--id", paramLabel = "ID", description = "An id of its own; else one is given.")
  @Nullable String id;

  @Option(
      names = "--date",
      paramLabel = "WHEN",
      description = "When it happened; else now, by the calendar.")
  @Nullable String date;

  @Override
  String path() {
    return "/violations";
  }

  @Override
  Fields fields() {
    return new Fields()
        .put("platform", platform)
        .put("kind", kind)
        .put("source", source)
        .put("basis", basis)
        .put("description", description)
        .put("id", id)
        .put("at", date);
  }
}

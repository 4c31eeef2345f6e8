package nadzor.cli.live;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a case on a platform or on an operator. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens a case on a platform or on an operator.",
    footer = {
      "",
      "Example:  nadzor case open case-example --on-platform example --authority Roskomnadzor"
    })
final class CaseOpenCommand extends RecordingCommand {
  @Parameters(paramLabel = "CASE", description = "The id that it will have.")
  String id = "";

  @Option(names = "--on-platform", paramLabel = "ID", description = "The platform it is on.")
  @Nullable String platform;

  @Option(
      names = "--on-operator",
      paramLabel = "ID",
      description = "The operator it is on: all its platforms.")
  @Nullable String operator;

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      required = true,
      description = "Who keeps it.")
  String authority = "";

  @Override
  String path() {
    return "/cases";
  }

  @Override
  Fields fields() {
    if ((platform == null) == (operator == null)) {
      throw new IllegalArgumentException("give one of --on-platform and --on-operator");
    }
    Fields fields = new Fields().put("id", id).put("authority", authority);
    fields
        .body()
        .putObject("subject")
        .put("kind", platform != null ? "platform" : "operator")
        .put("id", platform != null ? platform : operator);
    return fields;
  }
}

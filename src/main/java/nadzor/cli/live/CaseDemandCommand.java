package nadzor.cli.live;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a demand in a case. */
@Command(
    name = "demand",
    mixinStandardHelpOptions = true,
    description = "Makes a demand in a case.",
    footer = {
      "",
      "Example:  nadzor case demand case-facebook --by Roskomnadzor --what 'lift the restrictions'"
    })
final class CaseDemandCommand extends RecordingCommand {
  @Parameters(paramLabel = "CASE", description = "The case it is made in.")
  String id = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who asks.")
  String by = "";

  @Option(
      names = "--what",
      paramLabel = "TEXT",
      required = true,
      description = "What is asked, as the end of: demands to ...")
  String what = "";

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "From then on it counts as ignored.")
  @Nullable String until;

  @Override
  String path() {
    return "/demands";
  }

  @Override
  Fields fields() {
    return new Fields().put("case", id).put("by", by).put("what", what).put("until", until);
  }
}

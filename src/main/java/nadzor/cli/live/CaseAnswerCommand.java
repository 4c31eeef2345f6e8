package nadzor.cli.live;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what became of a demand. */
@Command(
    name = "answer",
    mixinStandardHelpOptions = true,
    description = "Records what became of a demand.",
    footer = {"", "Example:  nadzor case answer fb-demand-1 --outcome ignored"})
final class CaseAnswerCommand extends RecordingCommand {
  @Parameters(paramLabel = "DEMAND", description = "Its id.")
  String id = "";

  @Option(names = "--outcome", paramLabel = "WORD", required = true, description = "met or ignored")
  String outcome = "";

  @Option(names = "--text", paramLabel = "TEXT", description = "What was said or done.")
  @Nullable String text;

  @Override
  String path() {
    return "/demands/" + Api.encoded(id) + "/answer";
  }

  @Override
  Fields fields() {
    return new Fields().put("outcome", outcome).put("text", text);
  }
}

package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what became of a demand. */
@Command(
    name = "answer",
    mixinStandardHelpOptions = true,
    description = "Records what became of a demand.",
    footer = {"", "Example:  nadzor case answer fb-demand-1 --outcome ignored"})
final class CaseAnswerCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DEMAND", description = "Its id.")
  String id = "";

  @Option(names = "--outcome", paramLabel = "WORD", required = true, description = "met or ignored")
  String outcome = "";

  @Option(names = "--text", paramLabel = "TEXT", description = "What was said or done.")
  @Nullable String text;

  @Mixin Writing writing = new Writing();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    writing.send(
        connection,
        connection.api(),
        "/demands/" + Api.encoded(id) + "/answer",
        new Fields().put("outcome", outcome).put("text", text).body());
    return 0;
  }
}

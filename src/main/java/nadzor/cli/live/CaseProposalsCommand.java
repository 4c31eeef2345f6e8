package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists decisions that policy proposes, and why. */
@Command(
    name = "proposals",
    mixinStandardHelpOptions = true,
    description = "Lists decisions that policy proposes, and why.",
    footer = {"", "Example:  nadzor case proposals --state open"})
final class CaseProposalsCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final Table PROPOSALS =
      Table.of(
          "DECISION /id", "CASE /case", "MEASURE /measure", "ON /on", "STATE /state", "WHY /why");

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "open, taken or dismissed; open without it.")
  @Nullable String state;

  @Mixin TimeTravel when = new TimeTravel();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    Fields asked = new Fields().put("state", state == null ? "open" : state);
    connection.print(
        PROPOSALS, connection.api().items("/proposals", when.into(asked).query(), MOST));
    return 0;
  }
}

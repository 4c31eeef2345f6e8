package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dismisses a proposed decision. */
@Command(
    name = "dismiss",
    mixinStandardHelpOptions = true,
    description = "Dismisses a proposed decision.",
    footer = {"", "Example:  nadzor case dismiss fb-2022-02-25 --why premature"})
final class CaseDismissCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DECISION", description = "The id of the proposed decision.")
  String id = "";

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The grounds.")
  String why = "";

  @Mixin Writing writing = new Writing();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    writing.send(
        connection,
        connection.api(),
        "/proposals/" + Api.encoded(id) + "/dismiss",
        new Fields().put("why", why).body());
    return 0;
  }
}

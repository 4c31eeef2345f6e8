package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a case: nothing more is demanded or decided in it. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = "Closes a case: nothing more is demanded or decided in it.",
    footer = {"", "Example:  nadzor case close case-facebook --why done"})
final class CaseCloseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CASE", description = "Its id.")
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
        "/cases/" + Api.encoded(id) + "/closing",
        new Fields().put("why", why).body());
    return 0;
  }
}

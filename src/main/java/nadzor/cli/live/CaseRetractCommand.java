package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a violation out of the count; its record stays. */
@Command(
    name = "retract",
    mixinStandardHelpOptions = true,
    description = "Takes a violation out of the count; its record stays.",
    footer = {"", "Example:  nadzor case retract fb-26 --why counted twice"})
final class CaseRetractCommand implements Callable<Integer> {
  @Parameters(paramLabel = "VIOLATION", description = "Its id.")
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
        "/violations/" + Api.encoded(id) + "/retraction",
        new Fields().put("why", why).body());
    return 0;
  }
}

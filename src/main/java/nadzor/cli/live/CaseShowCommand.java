package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what happened in a case, in order of time. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows what happened in a case, in order of time.",
    footer = {"", "Example:  nadzor case show case-facebook"})
final class CaseShowCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final Table EVENTS =
      Table.of("AT /at", "KIND /kind", "ABOUT /about", "WHAT /title", "BY /recordedBy");

  @Parameters(paramLabel = "CASE", description = "Its id.")
  String id = "";

  @Mixin TimeTravel when = new TimeTravel();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    connection.print(
        EVENTS,
        connection
            .api()
            .items(
                "/cases/" + Api.encoded(id) + "/timeline", when.into(new Fields()).query(), MOST));
    return 0;
  }
}

package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the cases. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the cases.",
    footer = {"", "Example:  nadzor case list --state open"})
final class CaseListCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final Table CASES =
      Table.of(
          "CASE /id",
          "ON /subject/id",
          "STATE /state",
          "OPENED /opened",
          "VIOLATIONS /violations",
          "DEMANDS /demands",
          "PROPOSALS /proposals",
          "IN-FORCE /inForce",
          "AUTHORITY /authority");

  @Option(names = "--state", paramLabel = "STATE", description = "open or closed")
  @Nullable String state;

  @Option(names = "--platform", paramLabel = "ID", description = "Cases that reach this platform.")
  @Nullable String platform;

  @Option(names = "--text", paramLabel = "WORDS", description = "Cases in which these words occur.")
  @Nullable String text;

  @Mixin TimeTravel when = new TimeTravel();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    Fields asked = new Fields().put("state", state).put("platform", platform).put("q", text);
    connection.print(CASES, connection.api().items("/cases", when.into(asked).query(), MOST));
    return 0;
  }
}

package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lifts a decision; what others hold stays held. */
@Command(
    name = "lift",
    mixinStandardHelpOptions = true,
    description = "Lifts a decision; what others hold stays held.",
    footer = {"", "Example:  nadzor lift fb-2022-03-04 --why appealed"})
public final class LiftCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DECISION", description = "Its id.")
  String id = "";

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The grounds.")
  String why = "";

  @Option(names = "--by", paramLabel = "NAME", description = "Who lifts it.")
  @Nullable String by;

  @Option(names = "--from", paramLabel = "WHEN", description = "From when on; at once without it.")
  @Nullable String from;

  @Mixin Writing writing = new Writing();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    writing.send(
        connection,
        connection.api(),
        "/decisions/" + Api.encoded(id) + "/lift",
        new Fields().put("why", why).put("by", by).put("at", from).body());
    return 0;
  }
}

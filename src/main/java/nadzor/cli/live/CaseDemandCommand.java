package nadzor.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class CaseDemandCommand implements Callable<Integer> {
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

  @Mixin Writing writing = new Writing();

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    Fields fields =
        new Fields().put("case", id).put("by", by).put("what", what).put("until", until);
    writing.send(connection, connection.api(), "/demands", fields.body());
    return 0;
  }
}

package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import nadzor.cli.live.Connection;
import nadzor.cli.live.LiveWhy;
import nadzor.story.Scenario;
import nadzor.story.Verdicts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a network does with a URL at an instant, and why. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what a network does with a URL or a name at an instant, and why.",
      "Without --at it asks the laboratory that nadzor serve started."
    },
    footer = {
      "",
      "Example:  nadzor why https://www.instagram.com/ --at 2022-03-14 --network tspu-2022",
      "          nadzor why www.instagram.com"
    })
final class WhyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "URL", description = "A URL (http, https) or a host name.")
  String url = "";

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      converter = When.Converter.class,
      description = "A date (then the end of that day in Moscow) or an instant.")
  @Nullable When at;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      split = ",",
      description = "One or more networks of the scenario; without it all of them.")
  List<String> networks = List.of();

  @Option(names = "--json", description = "One JSON object instead of text.")
  boolean json;

  @Mixin ScenarioOption scenario = new ScenarioOption();
  @Mixin Connection connection = new Connection();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (at == null) {
      LiveWhy.run(connection, url, networks);
      return ExitCode.OK;
    }
    Scenario story = scenario.read();
    Verdicts verdicts = Verdicts.of(story, url, at.instant(), Networks.chosen(story, networks));
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? verdicts.json() : verdicts.text());
    out.flush();
    return ExitCode.OK;
  }
}

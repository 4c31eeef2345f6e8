package nadzor.cli;

import java.nio.file.Path;
import java.util.Optional;
import nadzor.cli.option.Home;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which scenario a command is about. */
final class ScenarioOption {
  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "The scenario file; without it the shipped meta-2022.")
  @Nullable Path file;

  Scenario read() {
    return new ScenarioReader().read(path());
  }

  Path path() {
    return Optional.ofNullable(file).orElseGet(() -> Home.config("scenarios/meta-2022.yaml"));
  }
}

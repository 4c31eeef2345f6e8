package nadzor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadzor.lab.Laboratory;
import nadzor.probe.Limits;
import nadzor.story.Audience;
import nadzor.story.CanaryFailure;
import nadzor.story.EventBook;
import nadzor.story.Scenario;
import nadzor.story.StoryClock;
import nadzor.story.StoryResult;
import nadzor.story.StoryRun;
import nadzor.story.report.ReportFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a scenario from its first step to its last. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Plays a scenario: what is decided and enforced when, and what still gets through."
            + " Without options: Facebook and Instagram in Russia, February and March 2022.",
    footer = {
      "",
      "The report folder holds report.html, matrix.json, measurements.jsonl, events.jsonl.",
      "Exit code 0: all as the scenario expects; 1: something differs; 3: the canaries failed."
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin ScenarioOption scenario = new ScenarioOption();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = "nadzor-report",
      description = "Where the report goes (default: ${DEFAULT-VALUE}).")
  Path report = Path.of("nadzor-report");

  @Option(names = "--seed", paramLabel = "N", description = "Another seed than the scenario's.")
  @Nullable Long seed;

  @Option(
      names = "--step",
      paramLabel = "DATE",
      description = "That instant only: a step's name or date, or any date or instant.")
  @Nullable String step;

  @Option(names = "--json", description = "The matrix as JSON on standard output, nothing else.")
  boolean json;

  @Option(names = "--stay", description = "Keep the laboratory up afterwards, until Ctrl-C.")
  boolean stay;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Scenario story = chosen();
    StoryClock clock = new StoryClock(story.steps().get(0).at());
    EventBook events = new EventBook(clock);
    try (Interruption interruption = Interruption.begin();
        Workshop workshop = Workshop.create(interruption);
        Laboratory laboratory = workshop.start(story, events);
        ReportFolder folder = ReportFolder.open(report, story);
        StoryRun run = run(story, laboratory, clock, audience(story, folder, events))) {
      interruption.onSignal(run::close);
      StoryResult result = play(run, folder);
      int code = tell(result, folder);
      if (stay && !interruption.isSignalled()) {
        new Directions(laboratory, story).print(out(), laboratory.networks());
        interruption.await();
      }
      return code;
    }
  }

  private Scenario chosen() {
    Scenario read = scenario.read();
    Scenario seeded = Optional.ofNullable(seed).map(read::withSeed).orElse(read);
    return Optional.ofNullable(step).map(wanted -> StepChoice.of(seeded, wanted)).orElse(seeded);
  }

  private StoryRun run(Scenario story, Laboratory laboratory, StoryClock clock, Audience audience)
      throws IOException {
    return new StoryRun(story, laboratory, clock, Limits.standard(), audience);
  }

  private Audience audience(Scenario story, ReportFolder folder, EventBook events) {
    Audience viewer = json ? Audience.NONE : new TerminalView(out(), story);
    return new Recording(viewer, folder, events);
  }

  private static StoryResult play(StoryRun run, ReportFolder folder) {
    try {
      StoryResult result = run.play();
      folder.write(result);
      return result;
    } catch (CanaryFailure e) {
      folder.discard();
      throw e;
    }
  }

  private int tell(StoryResult result, ReportFolder folder) throws IOException {
    if (json) {
      out()
          .println(Files.readString(report.resolve("matrix.json"), StandardCharsets.UTF_8).strip());
    } else {
      new Ending(out(), result).print(folder.page());
    }
    out().flush();
    return result.differences().isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

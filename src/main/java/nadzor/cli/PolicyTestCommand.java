package nadzor.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nadzor.registry.Entry;
import nadzor.registry.PolicyReport;
import nadzor.registry.Recorded;
import nadzor.store.BadLine;
import nadzor.store.Import;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a policy on records and tells which rule fired on which of them. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the policy of a scenario file on its records, or on those of an exported journal, and",
      "prints which rule fired when and on which records, and what the others wait for. Nothing is",
      "started or written. What a policy made of a journal before is left out of it."
    },
    footer = {
      "",
      "Exit codes:  0  a rule fired    1  none fired    2  bad input",
      "Example:  nadzor policy test config/scenarios/meta-2022.yaml",
      "          nadzor policy test config/scenarios/meta-2022.yaml --journal journal.jsonl"
    })
final class PolicyTestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The scenario file that has the policy.")
  Path file = Path.of("");

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "A journal as case export writes it, instead of the scenario's records.")
  @Nullable Path journal;

  @Option(names = "--json", description = "One JSON object instead of text.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Scenario story = new ScenarioReader().read(file);
    PolicyReport report =
        PolicyReport.of(
            journal == null
                ? story.derivation()
                : story.derivation().policy().derive(story.catalogue(), given(story, journal)));
    PrintWriter out = spec.commandLine().getOut();
    PolicyText text = new PolicyText(report);
    out.println(json ? text.json() : text.text());
    out.flush();
    return report.fired().isEmpty() ? ExitCode.DIFFERS : ExitCode.OK;
  }

  private static List<Entry> given(Scenario story, Path journal) throws IOException {
    try (InputStream lines = new BufferedInputStream(Files.newInputStream(journal))) {
      return Import.journal(lines, story.catalogue()).entries().stream()
          .map(Recorded::entry)
          .<Entry>map(entry -> entry)
          .filter(entry -> !PolicyText.isMade(entry))
          .toList();
    } catch (BadLine e) {
      throw new IOException(journal + ": " + e.getMessage(), e);
    }
  }
}

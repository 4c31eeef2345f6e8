package nadzor.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nadzor.registry.Catalogue;
import nadzor.registry.Entry;
import nadzor.registry.Journal;
import nadzor.registry.Lifting;
import nadzor.registry.PolicyReport;
import nadzor.registry.Recorded;
import nadzor.store.BadLine;
import nadzor.store.Import;
import nadzor.store.JournalSource;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
      "Runs the policy of a scenario file on its records, on those of an exported "
          + "journal, or on those of a store, which may be in use, and prints which rule fired "
          + "when and on which records, and what the others wait for.",
      "Nothing is started or written.",
      "What a policy made of a journal before is left out of it, and what became of that."
    },
    footer = {
      "",
      "Exit codes:  0  a rule fired    1  none fired    2  bad input",
      "Example:  nadzor policy test config/scenarios/meta-2022.yaml",
      "          nadzor policy test config/scenarios/meta-2022.yaml --journal journal.jsonl",
      "          nadzor policy test config/scenarios/meta-2022.yaml --store nadzor.db"
    })
final class PolicyTestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The scenario file that has the policy.")
  Path file = Path.of("");

  @ArgGroup @Nullable Records records;

  @Option(names = "--json", description = "One JSON object instead of text.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Scenario story = new ScenarioReader().read(file);
    PolicyReport report =
        PolicyReport.of(
            records == null
                ? story.derivation()
                : story
                    .derivation()
                    .policy()
                    .derive(story.catalogue(), given(records.read(story.catalogue()))));
    PrintWriter out = spec.commandLine().getOut();
    PolicyText text = new PolicyText(report);
    out.println(json ? text.json() : text.text());
    out.flush();
    return report.fired().isEmpty() ? ExitCode.DIFFERS : ExitCode.OK;
  }

  /** All but what policy made, and what was done to that afterwards. */
  private static List<Entry> given(Journal journal) {
    List<Entry> all = journal.entries().stream().<Entry>map(Recorded::entry).toList();
    Set<String> made =
        all.stream().filter(PolicyText::isMade).map(Entry::about).collect(Collectors.toSet());
    return all.stream()
        .filter(entry -> !PolicyText.isMade(entry))
        .filter(entry -> !(entry instanceof Lifting lifting && made.contains(lifting.decisionId())))
        .toList();
  }

  /** Which records, instead of the scenario's. */
  static final class Records {
    @Option(
        names = "--journal",
        paramLabel = "FILE",
        description = "A journal as case export writes it, instead of the scenario's records.")
    @Nullable Path file;

    @Option(
        names = "--store",
        paramLabel = "URL|FILE",
        description =
            "The journal of a store: a SQLite file, or jdbc:postgresql://...; it is read only.")
    @Nullable String store;

    Journal read(Catalogue base) throws IOException {
      if (store != null) {
        try (JournalSource source = JournalSource.open(store)) {
          return source.journal(base);
        }
      }
      Path lines = Objects.requireNonNull(file, "one of the two is given");
      try (InputStream in = new BufferedInputStream(Files.newInputStream(lines))) {
        return Import.journal(in, base);
      } catch (BadLine e) {
        throw new IOException(lines + ": " + e.getMessage(), e);
      }
    }
  }
}

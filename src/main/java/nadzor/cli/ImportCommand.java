package nadzor.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nadzor.store.BadLine;
import nadzor.store.Head;
import nadzor.store.Import;
import nadzor.store.JournalStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports an exported journal into a store. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports a journal that case export wrote into a new store, all of it or nothing; "
          + "with --append what follows the store's last record.",
      "Nothing else may write to the store."
    },
    footer = {"", "Example:  nadzor case import --store new.db journal.jsonl"})
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The export.")
  Path file = Path.of("");

  @Option(names = "--append", description = "Go on after what the store holds.")
  boolean append;

  @Mixin StoreOption store = new StoreOption();
  @Mixin ScenarioOption scenario = new ScenarioOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (InputStream lines = new BufferedInputStream(Files.newInputStream(file));
        JournalStore to = JournalStore.open(store.place)) {
      Import into = new Import(to, scenario.read().catalogue());
      Head head = append ? into.append(lines, row -> {}) : into.whole(lines, row -> {});
      spec.commandLine().getOut().println("The store holds " + head.number() + " records: " + head);
      return ExitCode.OK;
    } catch (BadLine e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}

package nadzor.cli.live;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole journal as JSON Lines. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the whole journal as JSON Lines, each record with its hash.",
    footer = {
      "",
      "Example:  nadzor case export journal.jsonl",
      "          nadzor case export --store journal.db journal.jsonl",
      "Exit code 1 where a store is broken: what was written is good, and can be imported."
    })
final class CaseExportCommand implements Callable<Integer> {
  private static final int BROKEN = 1;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Where to; standard output without it.")
  @Nullable Path file;

  @Option(
      names = "--store",
      paramLabel = "URL|FILE",
      description = "This store instead of the running laboratory's; it is only read.")
  @Nullable String store;

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    Optional<String> bad = file == null ? copy(System.out) : copyTo(file.toAbsolutePath());
    bad.ifPresent(
        why -> connection.spec.commandLine().getErr().println("nadzor: ends early: " + why));
    return bad.isPresent() ? BROKEN : 0;
  }

  /** The file is there whole, or as it was. */
  private Optional<String> copyTo(Path whole) throws IOException {
    Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
    Path part = Files.createTempFile(folder, "journal", ".part");
    try {
      Optional<String> bad = written(part);
      Path unused = Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      return bad;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Optional<String> written(Path part) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      return copy(out);
    }
  }

  private Optional<String> copy(OutputStream out) throws IOException {
    if (store != null) {
      return new Offline(store).export(out);
    }
    connection.api().copy("/journal/export", Map.of(), out);
    out.flush();
    return Optional.empty();
  }
}

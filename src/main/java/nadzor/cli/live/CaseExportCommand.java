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
import picocli.CommandLine.Parameters;

/** The whole journal as JSON Lines. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the whole journal as JSON Lines, each record with its hash.",
    footer = {"", "Example:  nadzor case export journal.jsonl"})
final class CaseExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Where to; standard output without it.")
  @Nullable Path file;

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    if (file == null) {
      connection.api().copy("/journal/export", Map.of(), System.out);
      System.out.flush();
      return 0;
    }
    Path whole = file.toAbsolutePath();
    Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
    Path part = Files.createTempFile(folder, "journal", ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      connection.api().copy("/journal/export", Map.of(), out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Path unused = Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    return 0;
  }
}

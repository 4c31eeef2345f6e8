package nadzor.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that keeps running tells others that it is ready. */
public final class ReadyFileOption {
  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Write the addresses there, as JSON, once everything listens.")
  @Nullable Path file;

  /** That file, where one is wanted. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}

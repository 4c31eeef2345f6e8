package nadzor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory of a laboratory that runs: a named one stays, a temporary one is removed. */
record Workplace(Path directory, Optional<Workshop> temporary) implements AutoCloseable {
  static Workplace at(Optional<Path> named, Interruption interruption) throws IOException {
    if (named.isPresent()) {
      return new Workplace(Files.createDirectories(named.get()), Optional.empty());
    }
    Workshop workshop = Workshop.create(interruption);
    return new Workplace(workshop.directory(), Optional.of(workshop));
  }

  @Override
  public void close() {
    temporary.ifPresent(Workshop::close);
  }
}

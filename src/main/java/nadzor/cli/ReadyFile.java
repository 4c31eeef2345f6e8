package nadzor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Tells a waiting program that everything listens; removed when it no longer does. */
record ReadyFile(Optional<Path> file) implements AutoCloseable {
  static ReadyFile at(Optional<Path> file) {
    return new ReadyFile(file);
  }

  /** Whole or not at all: a program that polls never reads half of it. */
  void write(String json) throws IOException {
    if (file.isPresent()) {
      Path target = file.get().toAbsolutePath();
      Path part = target.resolveSibling(target.getFileName() + ".part");
      Files.writeString(part, json, StandardCharsets.UTF_8);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}

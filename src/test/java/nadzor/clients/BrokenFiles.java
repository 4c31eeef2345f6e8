package nadzor.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies of the shipped configuration with one thing wrong.
 *
 * @param directory where they are made
 */
record BrokenFiles(Path directory) {
  BrokenFiles {
    Directory.copy(Path.of("config"), directory.resolve("config"));
  }

  /** A shipped file with the first such text changed, under a name beside it. */
  Path edited(String shipped, String name, String text, String changed) throws IOException {
    Path from = directory.resolve("config").resolve(shipped);
    String whole = Files.readString(from);
    int at = whole.indexOf(text);
    if (at < 0) {
      throw new AssertionError("no '" + text + "' in " + from);
    }
    Path to = from.resolveSibling(name);
    String broken = whole.substring(0, at) + changed + whole.substring(at + text.length());
    return written(to, broken);
  }

  /** A file with this text. */
  static Path written(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }

  /** {@code file:line:column} of the first such text in a file. */
  static String place(Path file, String text) throws IOException {
    String before = Files.readString(file);
    before = before.substring(0, before.indexOf(text));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return file + ":" + line + ":" + column;
  }
}

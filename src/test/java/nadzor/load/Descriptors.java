package nadzor.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The open descriptors of a process, as Linux tells them in /proc. */
final class Descriptors {
  private Descriptors() {}

  /** How many there are that are no files: sockets, pipes, event polls. */
  static long of(long pid) {
    try (Stream<Path> links = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return links.filter(Descriptors::isNoFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNoFile(Path link) {
    try {
      return !Files.readSymbolicLink(link).toString().startsWith("/");
    } catch (IOException e) {
      return false; // closed since it was listed
    }
  }

  /** How many a process of ours may open at most. */
  static int limit() {
    try {
      List<String> limits = Files.readAllLines(Path.of("/proc/self/limits"));
      String line =
          limits.stream()
              .filter(each -> each.startsWith("Max open files"))
              .findFirst()
              .orElseThrow();
      String soft = line.substring("Max open files".length()).strip().split(" +", -1)[0];
      return soft.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(soft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

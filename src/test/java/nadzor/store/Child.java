package nadzor.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link nadzor.store.Writer} in a process of its own. Not thread-safe. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader lines;
  private final Writer input;

  private Child(Process process) {
    this.process = process;
    lines = process.inputReader(StandardCharsets.UTF_8);
    input = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Started by these words of a shell's language, in which {@code "$@"} stands for the program. */
  static Child within(String shell, Object place, long from, long count) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
    command.addAll(java(place, from, count));
    return start(command);
  }

  static Child start(Object place, long from, long count) throws IOException {
    return start(java(place, from, count));
  }

  /** One that has loaded everything, and opens the journal at a word: {@link #go}. */
  static Child warm(Object place, long count, Object scratch) throws IOException {
    List<String> command = java(place, 0, count);
    command.add(scratch.toString());
    return start(command);
  }

  /** Lets a warm one open the journal. */
  void go() throws IOException {
    input.write("\n");
    input.flush();
  }

  private static Child start(List<String> command) throws IOException {
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** A killed process leaves SQLite's library where it unpacked it: in a folder of the build. */
  private static Path unpacked() throws IOException {
    return Files.createDirectories(Path.of("target", "sqlite").toAbsolutePath());
  }

  private static List<String> java(Object place, long from, long count) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xshare:auto", "-XX:-UsePerfData"));
    command.add("-Dorg.sqlite.tmpdir=" + unpacked());
    if (Runtime.version().feature() >= 24) { // what the libraries do is announced there
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(nadzor.store.Writer.class.getName(), place.toString()));
    command.addAll(List.of(Long.toString(from), Long.toString(count)));
    return command;
  }

  /** The next line it says; empty when it has ended. */
  Optional<String> says() throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  /** Asks for one more record; what it says to that. */
  String more() throws IOException {
    go();
    return says().orElse("it has ended");
  }

  /** Ends it with SIGKILL, which it cannot see coming. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would close what it said, too
    process.waitFor();
  }

  /** Waits until it ends by itself. */
  int ended() throws IOException, InterruptedException {
    input.close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it has not ended after " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

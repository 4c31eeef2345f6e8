package nadzor.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line as processes of their own. All share one directory for their temporary files,
 * which tells what they leave behind, and one for the files of the test. Not thread-safe.
 */
final class Nadzor implements AutoCloseable {
  static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int NEEDS_LEAVE = 24;

  private final Path temporary;
  private final Path files;

  private Nadzor(Path temporary, Path files) {
    this.temporary = temporary;
    this.files = files;
  }

  static Nadzor fresh() {
    try {
      return new Nadzor(
          Files.createTempDirectory("nadzor-command-"), Files.createTempDirectory("nadzor-files-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one command to its end. */
  Finished run(String... words) {
    return Program.run(DEADLINE, command(words));
  }

  /** Starts one. */
  Program start(String... words) {
    return Program.start(command(words));
  }

  /** Starts one through another program, to which the command is added. */
  Program startThrough(List<String> before, String... words) {
    List<String> command = new ArrayList<>(before);
    command.addAll(command(words));
    return Program.start(command);
  }

  /** Where a laboratory tells of itself. */
  Path running() {
    return files.resolve("running.json");
  }

  /** Starts one as if a person watched: with its progress on standard error. */
  Program startWatched(String... words) {
    List<String> command = command(words);
    command.add(command.indexOf("-cp"), "-Dnadzor.terminal=true");
    return Program.start(command);
  }

  /** The directory for the files of the test. */
  Path files() {
    return files;
  }

  /** What its processes left in their directory for temporary files. */
  List<String> left() {
    return Directory.listing(temporary);
  }

  /** As from an interactive shell: a background job would ignore SIGINT, and so would its child. */
  private List<String> command(String... words) {
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT", "NADZOR_RUNNING=" + running()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= NEEDS_LEAVE) { // as src/main/scripts/nadzor has it
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "nadzor.cli.Main"));
    command.addAll(List.of(words));
    return command;
  }

  @Override
  public void close() {
    Directory.remove(temporary);
    Directory.remove(files);
  }
}

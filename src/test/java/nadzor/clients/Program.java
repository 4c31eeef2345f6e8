package nadzor.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of our own, with nothing of our environment but the path. It is ended, with all that it
 * started, by its own handle: at the deadline, or on {@link #close}. Not thread-safe.
 */
final class Program implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final List<String> command;
  private final Path home;
  private final Process process;

  private Program(List<String> command, Path home, Process process) {
    this.command = command;
    this.home = home;
    this.process = process;
  }

  /** Starts one in our working directory. */
  static Program start(List<String> command) {
    try {
      Path home = Files.createTempDirectory("nadzor-client-");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(home.resolve("stdout").toFile())
              .redirectError(home.resolve("stderr").toFile());
      builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
      builder.environment().putAll(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8"));
      return new Program(command, home, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("is it installed? " + command.get(0), e);
    }
  }

  /** Starts one and waits for its end. */
  static Finished run(Duration deadline, List<String> command) {
    try (Program program = start(command)) {
      return program.finish(deadline);
    }
  }

  /** As {@link #run(Duration, List)}, within half a minute. */
  static Finished run(String... command) {
    return run(Duration.ofSeconds(30), List.of(command));
  }

  /** Its number. */
  long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** What it wrote to standard output so far. */
  String out() {
    return written("stdout");
  }

  /** What it wrote to standard error so far. */
  String err() {
    return written("stderr");
  }

  /** Waits for its end; fails where that does not come. */
  Finished finish(Duration deadline) {
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        Finished late = new Finished(String.join(" ", command), -1, out(), err());
        end();
        throw new AssertionError("still running after " + deadline.toMillis() + " ms: " + late);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    return new Finished(String.join(" ", command), process.exitValue(), out(), err());
  }

  /** Sends it a signal, as {@code TERM}. */
  void signal(String name) {
    Finished sent = run("kill", "-" + name, Long.toString(pid()));
    if (sent.exit() != 0) {
      throw new AssertionError(sent);
    }
  }

  private String written(String stream) {
    try {
      return new String(Files.readAllBytes(home.resolve(stream)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    Until.met(GRACE, () -> !process.isAlive() && children.stream().noneMatch(this::lives));
  }

  private boolean lives(ProcessHandle child) {
    return child.isAlive();
  }

  @Override
  public void close() {
    end();
    Directory.remove(home);
  }
}

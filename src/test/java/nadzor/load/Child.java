package nadzor.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;

/**
 * A {@link Subject} in a Java machine of its own, which ends when it lacks memory, and with us.
 * {@link #close} fails where it did not end well, or said a word: a leak, a warning, an error. Not
 * thread-safe.
 */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Path words;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Map<String, Long> doors;

  private Child(Path words, Process process) throws IOException {
    this.words = words;
    this.process = process;
    Thread reader = new Thread(this::read, "what the child says");
    reader.setDaemon(true);
    reader.start();
    doors = ask("doors");
  }

  /** With a heap of so many MiB, and as many descriptors as we may have. */
  static Child start(int heapMebibytes, Settings settings) throws IOException {
    return start(command(heapMebibytes, settings));
  }

  /** With no more than so many descriptors. */
  static Child withDescriptors(int most, int heapMebibytes, Settings settings) throws IOException {
    List<String> command = command(heapMebibytes, settings);
    command.add(1, "-XX:-MaxFDLimit");
    command.addAll(0, List.of("sh", "-c", "ulimit -n " + most + "; exec \"$@\"", "sh"));
    return start(command);
  }

  private static Child start(List<String> command) throws IOException {
    Path words = Files.createTempFile("nadzor-load-", ".err");
    Process process = new ProcessBuilder(command).redirectError(words.toFile()).start();
    try {
      return new Child(words, process);
    } catch (IOException | AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static List<String> command(int heapMebibytes, Settings settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heapMebibytes + "m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
    if (Runtime.version().feature() >= 24) { // what the libraries do is announced there
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Dio.netty.leakDetection.level=paranoid");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Subject.class.getName());
    command.addAll(settings.words());
    return command;
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add(e.toString());
    }
  }

  /** Asks for numbers by name. */
  Map<String, Long> ask(String what) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(what).append('\n').flush();
    Map<String, Long> numbers = new TreeMap<>();
    for (String word : next(what).split(" ", -1)) {
      int equals = word.indexOf('=');
      numbers.put(word.substring(0, equals), Long.valueOf(word.substring(equals + 1)));
    }
    return numbers;
  }

  private String next(String what) throws IOException {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no answer to " + what + ": " + said());
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** One of its counters. */
  long counter(String name) throws IOException {
    return number(ask("counters"), name);
  }

  static long number(Map<String, Long> numbers, String name) {
    Long number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(name + " is not in " + numbers);
    }
    return number;
  }

  Endpoint dns() {
    return door("dns");
  }

  Endpoint dot() {
    return door("dot");
  }

  Endpoint doh() {
    return door("doh");
  }

  Endpoint proxy() {
    return door("proxy");
  }

  private Endpoint door(String name) {
    return Endpoint.of("127.0.0.1", Math.toIntExact(number(doors, name)));
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** How many sockets, pipes and the like it holds; files, as those of its classes, aside. */
  long descriptors() {
    return Descriptors.of(process.pid());
  }

  /** What it wrote to standard error so far. */
  String said() {
    try {
      return Files.readString(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it, and tells what it wrote to standard error; fails where it did not end well. */
  String end() throws IOException {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("it did not end well: " + process + ": " + said());
      }
      return said();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(words);
    }
  }

  @Override
  public void close() throws IOException {
    String said = end();
    if (!said.isEmpty()) {
      throw new AssertionError("the servers were to say nothing, and said: " + said);
    }
  }
}

package nadzor.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own on a free port of 127.0.0.1, from the system's package. It does
 * not run as root, so root starts it as nobody. Not thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Path home;
  private final int port;
  private Optional<Process> process = Optional.empty();

  private PostgresServer(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** A new one below that directory. */
  public static PostgresServer in(Path directory) throws IOException, InterruptedException {
    Path home = Files.createDirectory(directory.resolve("postgres"));
    if (isRoot()) {
      command("chown", "nobody", home.toString());
      command("chmod", "711", directory.toString());
    }
    PostgresServer server = new PostgresServer(home, freePort());
    command(
        as(
                "initdb",
                "-D",
                home + "/data",
                "-U",
                "nadzor",
                "-A",
                "trust",
                "--no-locale",
                "-EUTF8",
                "-N")
            .toArray(new String[0]));
    server.start();
    return server;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path program(String name) throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin").resolve(name))
          .filter(Files::isExecutable)
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> new AssertionError("needs the package postgresql: no " + name));
    }
  }

  private static List<String> as(String name, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    command.add(program(name).toString());
    command.addAll(List.of(words));
    return command;
  }

  private static void command(String... words) throws IOException, InterruptedException {
    int status = new ProcessBuilder(words).start().waitFor();
    if (status != 0) {
      throw new AssertionError(String.join(" ", words) + " ended with status " + status);
    }
  }

  private Path log() {
    return home.resolve("log");
  }

  /** Starts it, and waits until it answers. */
  public void start() throws IOException, InterruptedException {
    List<String> command =
        as("postgres", "-D", home + "/data", "-p", "" + port, "-h", "127.0.0.1", "-k", "");
    Process started =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    process = Optional.of(started);
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!answers()) {
      if (!started.isAlive() || System.nanoTime() > until) {
        throw new AssertionError("PostgreSQL does not start: " + Files.readString(log()));
      }
      started.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private boolean answers() {
    try {
      Kept.value(url(), "SELECT 1");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The database, with a parameter that no message may show. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=nadzor&password=secret";
  }

  /** Stops it at once, by its own process, whoever is connected. */
  public void stop() throws IOException, InterruptedException {
    Process running = process.orElseThrow();
    process = Optional.empty();
    command(
        "kill",
        "-INT",
        Long.toString(
            running.pid())); // a fast shutdown: SIGTERM would wait for the sessions to end
    if (!running.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("PostgreSQL does not stop");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (process.isPresent()) {
        stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

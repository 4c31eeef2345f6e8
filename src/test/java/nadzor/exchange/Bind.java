package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A BIND of our own on loopback, which may ask nobody but a closed port, and its dig. */
final class Bind implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final int port;

  private Bind(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts one with more options and zones. */
  static Bind start(Path home, String options, String zones) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config =
        Files.writeString(
            home.resolve("named.conf"),
            """
            options {
              directory "%s"; pid-file none; session-keyfile none; managed-keys-directory "%s";
              listen-on port %d { 127.0.0.1; }; listen-on-v6 { none; };
              recursion yes; servfail-ttl 0; forward only; forwarders { 127.0.0.1 port 9; }; dnssec-validation no; notify no; allow-transfer { 127.0.0.1; };
              %s
            };
            controls { };
            %s
            """
                .formatted(home, home, port, options, zones));
    Path log = home.resolve("log");
    Process process =
        new ProcessBuilder("named", "-g", "-n", "1", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Bind bind = new Bind(process, log, port);
    bind.await("running", text -> text.contains(" all zones loaded"));
    return bind;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** Waits until its log is so. */
  void await(String what, Predicate<String> so) throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!so.test(log())) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        fail("no '" + what + "' in the log of named:\n" + log());
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  String dig(String... words) throws Exception {
    return dig(address(), words);
  }

  static String dig(InetSocketAddress at, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("dig"));
    command.addAll(List.of("@127.0.0.1", "-p", String.valueOf(at.getPort()), "+time=10"));
    command.addAll(List.of(words));
    return run(command, "");
  }

  static String run(List<String> command, String input) throws Exception {
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    program.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    program.getOutputStream().close();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(program.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS), "no end of " + command);
    return said.replaceAll("[\t ]+", " ");
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

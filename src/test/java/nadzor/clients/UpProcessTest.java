package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code nadzor up} as a process: what it says when it is ready, and what it leaves behind. */
final class UpProcessTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration START = Duration.ofSeconds(60);
  private static final List<String> NETWORKS =
      List.of("tspu-2022", "isp-dns", "isp-blockpage", "control");

  private final Nadzor nadzor = Nadzor.fresh();

  @AfterEach
  void stop() {
    nadzor.close();
  }

  private Path readyFile() {
    return nadzor.files().resolve("ready.json");
  }

  private Program start() {
    return nadzor.start(
        "up", "--at", "2022-03-04", "--network", "tspu-2022", "--ready-file", "" + readyFile());
  }

  private JsonNode ready(Program up) {
    Until.holds(START, () -> Files.exists(readyFile()) || !up.isAlive(), up::err);
    assertTrue(Files.exists(readyFile()), up::err);
    return JSON.readTree(readyFile().toFile());
  }

  private static Endpoint endpoint(JsonNode node, String key) {
    String text = node.path(key).asString();
    assertTrue(text.matches("127\\.30\\.\\d+\\.\\d+:\\d+"), () -> key + " is " + node.path(key));
    int colon = text.indexOf(':');
    return Endpoint.of(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private static List<Endpoint> listeners(JsonNode ready) {
    return NETWORKS.stream()
        .map(name -> ready.path("networks").path(name))
        .flatMap(
            node ->
                Stream.of("proxy", "resolver", "foreignResolver").map(key -> endpoint(node, key)))
        .toList();
  }

  private static Socket connect(Endpoint to) throws IOException {
    return new Socket(to.address(), to.port());
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalEndsItWithinTwoSeconds(String signal, int code) throws IOException {
    try (Program up = start()) {
      JsonNode ready = ready(up);
      List<Endpoint> listeners = listeners(ready);
      try (Socket open = connect(listeners.get(0))) {
        up.signal(signal);
        Finished ended = up.finish(AT_ONCE);
        assertEquals(code, ended.exit(), ended::toString);
        assertEquals("", ended.err());
        assertEquals(-1, open.getInputStream().read(), "an open connection is closed");
      }
      for (Endpoint listener : listeners) {
        assertThrows(ConnectException.class, () -> connect(listener).close(), listener::toString);
      }
      assertFalse(Files.exists(readyFile()), "the ready file must go");
      assertEquals(List.of(), Directory.listing(nadzor.files()));
      assertEquals(List.of(), nadzor.left());
    }
  }

  /** The first thing that it makes is its directory: from there on it is to clean up. */
  @Test
  void aSignalWhileItStartsLeavesNothing() {
    try (Program up = start()) {
      Until.holds(START, () -> !nadzor.left().isEmpty() || !up.isAlive(), up::err);
      up.signal("TERM");
      Finished ended = up.finish(Duration.ofSeconds(5));
      assertEquals(143, ended.exit(), ended::toString);
      assertEquals(List.of(), Directory.listing(nadzor.files()));
      assertEquals(List.of(), nadzor.left());
    }
  }

  @Test
  void theReadyFileTellsEnoughForRealClients() {
    try (Program up = start()) {
      JsonNode ready = ready(up);
      assertEquals("tspu-2022", ready.path("network").asString());
      JsonNode named = ready.path("networks").path("tspu-2022");
      for (String key : List.of("resolver", "foreignResolver", "proxy")) {
        assertEquals(endpoint(named, key), endpoint(ready, key));
      }
      assertEquals(NETWORKS, List.copyOf(ready.path("networks").propertyNames()));
      assertEquals(11, ready.path("sites").size());
      assertEquals("203.0.113.10", ready.at("/sites/www.facebook.com/address").asString());
      String ca = ready.path("ca").asString();
      assertEquals(Curl.TLS_FAILED, exitOfCurl(ca, ready, "https://www.facebook.com/"));
      assertEquals(Curl.OK, exitOfCurl(ca, ready, "https://wikipedia.org/"));
      Endpoint resolver = endpoint(ready.path("networks").path("isp-dns"), "resolver");
      assertEquals("127.30.2.80", dig(resolver, "www.facebook.com"));
      assertEquals("203.0.113.10", dig(endpoint(ready, "foreignResolver"), "www.facebook.com"));
    }
  }

  private static int exitOfCurl(String ca, JsonNode ready, String url) {
    String proxy = "http://" + endpoint(ready, "proxy");
    return Program.run("curl", "-q", "-sS", "--cacert", ca, "--proxy", proxy, url).exit();
  }

  private static String dig(Endpoint at, String name) {
    String server = "@" + at.address().getHostAddress();
    return Program.run("dig", server, "-p", "" + at.port(), "+short", name).out().strip();
  }

  /** The lines for curl and dig are there to be copied: they must work as they stand. */
  @ParameterizedTest
  @CsvSource({"--network=control, 2", "--network=control --proxy-protocol, 3"})
  void thePrintedLinesWork(String options, int count) {
    String[] words = ("up --at 2022-03-04 " + options).split(" ", -1);
    try (Program up = nadzor.start(words)) {
      Until.holds(START, () -> up.out().contains("Ctrl-C ends it.") || !up.isAlive(), up::err);
      List<String> lines = up.out().lines().map(String::strip).toList();
      assertTrue(up.out().contains("4 March 2022, 23:59 Moscow time"), up::out);
      List<String> curls = lines.stream().filter(line -> line.startsWith("curl ")).toList();
      assertEquals(count, curls.size(), up::out);
      for (String line : curls) {
        Finished seen = Program.run("sh", "-c", line);
        assertTrue(seen.out().contains("<h1>facebook.com</h1>"), seen::toString);
      }
      String dig = lines.stream().filter(line -> line.startsWith("dig ")).findFirst().orElseThrow();
      Finished seen = Program.run("sh", "-c", dig);
      assertTrue(seen.out().contains("203.0.113.10"), seen::toString);
    }
  }

  private void assertRefused(Finished ended, String... words) {
    assertEquals(2, ended.exit(), ended::toString);
    for (String word : words) {
      assertTrue(ended.err().contains(word), () -> "no '" + word + "' in " + ended);
    }
    assertEquals(1, ended.err().lines().count(), () -> "one message: " + ended);
    assertEquals(List.of(), nadzor.left());
    assertEquals(List.of(), Directory.listing(nadzor.files()));
  }

  @Test
  void aProxyPortInUseIsNamed() throws IOException {
    try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getByName("127.30.1.1"))) {
      String port = Integer.toString(held.getLocalPort());
      Finished ended =
          nadzor.run(
              "up", "--at", "2022-03-04", "--proxy-port", port, "--ready-file", "" + readyFile());
      assertRefused(ended, "--proxy-port: cannot listen on 127.30.1.1:" + port);
    }
  }

  @Test
  void aResolverPortInUseIsNamed() throws IOException {
    try (DatagramSocket held = new DatagramSocket(0, InetAddress.getByName("127.30.1.1"))) {
      String port = Integer.toString(held.getLocalPort());
      Finished ended = nadzor.run("up", "--at", "2022-03-04", "--resolver-port", port);
      assertRefused(ended, "--resolver-port: cannot listen on 127.30.1.1:" + port);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--proxy-port,    70000, 'found 70000, expected 1 to 65535'",
    "--resolver-port, -1,    'found -1, expected 1 to 65535'",
  })
  void aPortThatIsNoneIsRefusedByItsOption(String option, String port, String words) {
    Finished ended = nadzor.run("up", "--at", "2022-03-04", option, port);
    assertRefused(ended, option, words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,          the wildcard",
    "8.8.8.8,          public",
    "::ffff:8.8.8.8,   public",
  })
  void anAddressOutsideTheFenceIsRefused(String address, String kind) {
    Finished ended = nadzor.run("up", "--at", "2022-03-04", "--bind", address);
    assertRefused(ended, kind, "loopback", "documentation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--network nowhere", "--bind somewhere", "--scenario none.yaml"})
  void aWrongChoiceIsNamed(String words) {
    String[] chosen = words.split(" ", -1);
    Finished ended = nadzor.run("up", "--at", "2022-03-04", chosen[0], chosen[1]);
    assertRefused(ended, chosen[1], "expected");
  }
}

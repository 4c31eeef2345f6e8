package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nadzor.flow.Endpoint;
import nadzor.lab.LabNetwork;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that misbehave, two hundred at a time, on the real sockets of a running laboratory: they
 * are closed by a limit or a time-out, memory stays bounded, and everybody else is undisturbed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AbuseTest {
  private static final int CROWD = 200;
  private static final long SEED = 20220304;
  private static final Duration SOON = Duration.ofSeconds(10);

  /** The proxy waits 15 s for a request, the resolver 10 s for a query. */
  private static final Duration TIMED_OUT = Duration.ofSeconds(20);

  private static final long MEBIBYTE = 1 << 20;

  private final LaboratoryFixture laboratory = LaboratoryFixture.at(LaboratoryFixture.BLOCKED);

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] garbage(int first) {
    byte[] octets = new byte[20_000];
    new Random(SEED).nextBytes(octets);
    octets[0] = (byte) first;
    return octets;
  }

  private static byte[] lines(String requestLine) {
    return ascii(
        requestLine + " HTTP/1.1\r\n" + "X-Line: nothing in particular\r\n".repeat(10_000));
  }

  private static byte[] tunnelled(byte[] octets) {
    byte[] connect = ascii("CONNECT www.facebook.com:443 HTTP/1.1\r\n\r\n");
    byte[] all = Arrays.copyOf(connect, connect.length + octets.length);
    System.arraycopy(octets, 0, all, connect.length, octets.length);
    return all;
  }

  /** What is closed at once: nothing that may still come could make it a request. */
  static Stream<Arguments> refusedAtOnce() {
    return Stream.of(
        Arguments.of("octets that start nothing", garbage(0xee)),
        Arguments.of("a TLS record, as to a web server", garbage(22)),
        Arguments.of("SOCKS5 with no method of ours", new byte[] {5, 1, (byte) 0x80}),
        Arguments.of("10,000 header lines", lines("GET http://vk.com/")),
        Arguments.of("10,000 header lines of a CONNECT", lines("CONNECT vk.com:443")),
        Arguments.of("an endless line", ascii("GET http://vk.com/" + "a".repeat(300_000))),
        Arguments.of("garbage instead of a ClientHello", tunnelled(garbage(0xee))));
  }

  /** What may still become something, and is waited for. */
  static Stream<Arguments> waitedFor() {
    byte[] hello = HelloBytes.withName("www.facebook.com");
    return Stream.of(
        Arguments.of("half a CONNECT", ascii("CONNECT www.facebook.com")),
        Arguments.of("half a SOCKS5 request", new byte[] {5, 1, 0, 5, 1, 0, 3, 50}),
        Arguments.of("half a ClientHello", tunnelled(Arrays.copyOf(hello, 60))),
        Arguments.of("a tunnel and nothing", tunnelled(new byte[0])));
  }

  private void assertEverybodyElseIsServed() {
    for (String network : List.of("isp-blockpage", "control")) {
      Curl curl = new Curl(laboratory, network);
      Curl.Seen seen = curl.https(Route.HTTP_BY_NAME, "vk.com", "--max-time", "10");
      assertTrue(seen.text().contains("<h1>vk.com</h1>"), seen::toString);
    }
    Curl restricted = new Curl(laboratory, "isp-blockpage");
    Curl.Seen page = restricted.http(Route.HTTP_BY_NAME, "www.facebook.com");
    assertTrue(page.text().contains("case-facebook"), page::toString);
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void awaitEmpty(LabNetwork network) {
    Until.holds(
        SOON,
        () -> network.proxyCounters().open() == 0,
        () -> network.proxyCounters().open() + " connections still open in the proxy");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedAtOnce")
  void nonsenseIsClosedAtOnce(String what, byte[] octets) {
    LabNetwork network = laboratory.network("isp-blockpage");
    awaitEmpty(network);
    long before = usedHeap();
    try (Crowd crowd = Crowd.of(CROWD, network.proxy(), octets)) {
      Until.holds(SOON, () -> crowd.open() == 0, () -> crowd.open() + " still open: " + what);
      assertTrue(usedHeap() - before < 32 * MEBIBYTE, () -> "memory grows with " + what);
      assertEverybodyElseIsServed();
    }
    awaitEmpty(network);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waitedFor")
  void halfARequestDisturbsNobody(String what, byte[] octets) {
    LabNetwork network = laboratory.network("isp-blockpage");
    awaitEmpty(network);
    long before = usedHeap();
    try (Crowd crowd = Crowd.of(CROWD, network.proxy(), octets)) {
      assertEverybodyElseIsServed();
      assertEquals(CROWD, crowd.open(), what);
      assertTrue(usedHeap() - before < 32 * MEBIBYTE, () -> "memory grows with " + what);
    }
    awaitEmpty(network);
  }

  /** All waiting at once, so that it is waited for only once. */
  @Test
  void whoSaysNothingIsClosedInTheEnd() {
    LabNetwork network = laboratory.network("isp-blockpage");
    try (Crowd silent = Crowd.of(CROWD, network.proxy(), new byte[0]);
        Crowd half = Crowd.of(CROWD, network.proxy(), ascii("CONNECT www.face"));
        Crowd dns = Crowd.of(CROWD, network.resolver(), new byte[] {0})) {
      assertEverybodyElseIsServed();
      assertEquals("198.51.100.20", dig(network.resolver(), "+notcp"));
      assertEquals("198.51.100.20", dig(network.resolver(), "+tcp"));
      Until.holds(
          TIMED_OUT,
          () -> silent.open() + half.open() + dns.open() == 0,
          () -> silent.open() + ", " + half.open() + ", " + dns.open() + " still open");
    }
    awaitEmpty(network);
  }

  @Test
  void nonsenseInDatagramsDisturbsNobody() throws IOException {
    LabNetwork network = laboratory.network("isp-dns");
    Endpoint resolver = network.resolver();
    long before = network.resolverCounters().queries();
    Random random = new Random(SEED);
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 2_000; i++) {
        byte[] octets = new byte[random.nextInt(600)];
        random.nextBytes(octets);
        socket.send(new DatagramPacket(octets, octets.length, resolver.address(), resolver.port()));
      }
    }
    assertEquals("198.51.100.20", dig(resolver, "+notcp"));
    assertTrue(network.resolverCounters().queries() > before, "none came in");
  }

  private static String dig(Endpoint at, String how) {
    String server = "@" + at.address().getHostAddress();
    return Program.run("dig", server, "-p", "" + at.port(), how, "+short", "vk.com").out().strip();
  }
}

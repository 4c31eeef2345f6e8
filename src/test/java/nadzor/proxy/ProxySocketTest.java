package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import nadzor.censor.Grace;
import nadzor.censor.StreamEffect;
import nadzor.wire.HelloBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see on real sockets, over epoll and over NIO. */
@Timeout(30)
final class ProxySocketTest {
  private static final byte[] HELLO = HelloBytes.withName("www.open.test");
  private static final byte[] BLOCKED = HelloBytes.withName("www.blocked.test");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertReset(Socket socket) {
    SocketException seen =
        assertThrows(SocketException.class, () -> socket.getInputStream().read());
    assertTrue(String.valueOf(seen.getMessage()).contains("reset"), seen.toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void relaysAndForwardsEachEndAsAFin(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.none());
        Socket client = street.tunnel("www.open.test");
        Socket origin = street.accepted()) {
      client.getOutputStream().write(HELLO);
      assertArrayEquals(HELLO, Street.read(origin, HELLO.length));
      client.shutdownOutput();
      assertEquals(-1, origin.getInputStream().read());
      origin.getOutputStream().write(ascii("after your end"));
      assertArrayEquals(ascii("after your end"), Street.read(client, 14));
      origin.shutdownOutput();
      assertEquals(-1, client.getInputStream().read());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOriginMayEndFirst(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.none());
        Socket client = street.tunnel("www.open.test");
        Socket origin = street.accepted()) {
      origin.getOutputStream().write(ascii("bye"));
      origin.shutdownOutput();
      assertArrayEquals(ascii("bye"), client.getInputStream().readAllBytes());
      client.getOutputStream().write(ascii("still here"));
      assertArrayEquals(ascii("still here"), Street.read(origin, 10));
      Street.leave(client);
      assertEquals(-1, origin.getInputStream().read());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOriginsResetReachesTheClientAsOne(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.none());
        Socket client = street.tunnel("www.open.test");
        Socket origin = street.accepted()) {
      Street.abort(origin);
      assertReset(client);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientsResetReachesTheOriginAsOne(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.none());
        Socket client = street.tunnel("www.open.test");
        Socket origin = street.accepted()) {
      Street.abort(client);
      assertReset(origin);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRestrictionsResetIsOneOnTheWireOnBothSides(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.of(new StreamEffect.Reset(true, true)));
        Socket client = street.tunnel("www.blocked.test");
        Socket origin = street.accepted()) {
      client.getOutputStream().write(BLOCKED);
      assertReset(client);
      assertReset(origin);
    }
  }

  /** Far more is on its way than may pass. */
  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void whatMayPassArrivesBeforeTheEnd(boolean epoll, boolean reset)
      throws IOException, InterruptedException {
    Grace grace = new Grace(Grace.ANY_SEGMENTS, BLOCKED.length + 10_000L, Optional.empty());
    StreamEffect effect =
        reset
            ? new StreamEffect.Reset(true, true, false, grace)
            : new StreamEffect.Answer(new byte[0], grace);
    try (Street street = new Street(epoll, Enforcements.of(effect));
        Socket client = street.tunnel("www.blocked.test");
        Socket origin = street.accepted()) {
      client.getOutputStream().write(BLOCKED);
      assertArrayEquals(BLOCKED, Street.read(origin, BLOCKED.length));
      Thread pouring = Street.pour(origin, 200_000);
      assertEquals(10_000, Street.read(client, 10_000).length);
      if (reset) {
        assertReset(client);
      } else {
        assertEquals(-1, client.getInputStream().read());
      }
      pouring.join();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResetTowardsTheClientAloneIsAFinForTheOrigin(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.of(new StreamEffect.Reset(true, false)));
        Socket client = street.tunnel("www.blocked.test");
        Socket origin = street.accepted()) {
      client.getOutputStream().write(BLOCKED);
      assertReset(client);
      assertEquals(-1, origin.getInputStream().read());
    }
  }

  /** The client sends far more than is read before the answer; it is still a FIN that it sees. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerEndsWithAFinThoughTheClientGoesOn(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.of(Enforcements.answer("blocked")));
        Socket client = street.tunnel("www.blocked.test");
        Socket origin = street.accepted()) {
      String head = "POST / HTTP/1.1\r\nHost: www.blocked.test\r\nContent-Length: 99999\r\n\r\n";
      client.getOutputStream().write(ascii(head));
      client.getOutputStream().write(new byte[50_000]);
      assertArrayEquals(ascii("blocked"), Street.read(client, 7));
      client.getOutputStream().write(new byte[49_999]);
      assertEquals(-1, client.getInputStream().read());
      assertEquals(-1, origin.getInputStream().read());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void silenceIsAnOpenConnectionOnWhichNothingComes(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.of(new StreamEffect.Discard(0)));
        Socket client = street.tunnel("www.blocked.test");
        Socket origin = street.accepted()) {
      client.getOutputStream().write(BLOCKED);
      street.awaitRestriction();
      origin.getOutputStream().write(ascii("too late"));
      client.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
      Street.leave(client);
      assertEquals(-1, origin.getInputStream().read());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "434f4e4e454354207777772e6f70656e2e746573743a34343320485454502f312e310d0a0d0a, 39",
    "050100050100030d7777772e6f70656e2e7465737401bb, 12",
    "050100050100" + "01c000020101bb, 12",
    "040101bb00000001007777772e6f70656e2e7465737400, 8",
    "040101bbc000020100, 8",
  })
  void aHelloRightBehindTheRequestIsNotLost(String request, int replyLength) throws IOException {
    byte[] octets = HexFormat.of().parseHex(request + HexFormat.of().formatHex(HELLO));
    try (Street street = new Street(true, Enforcements.none());
        Socket client = street.client(octets);
        Socket origin = street.accepted()) {
      assertArrayEquals(HELLO, Street.read(origin, HELLO.length));
      origin.getOutputStream().write(ascii("x"));
      byte[] heard = Street.read(client, replyLength + 1);
      assertEquals('x', heard[replyLength]);
    }
  }

  @Test
  void absoluteFormGoesToTheOriginInOriginForm() throws IOException {
    try (Street street = new Street(true, Enforcements.none());
        Socket client =
            street.client("GET http://www.open.test/a HTTP/1.1\r\nProxy-Connection: x\r\n\r\n");
        Socket origin = street.accepted()) {
      assertEquals(
          "GET /a HTTP/1.1\r\nHost: www.open.test\r\nConnection: close\r\n\r\n",
          Street.head(origin));
      origin.getOutputStream().write(ascii("HTTP/1.1 204 No Content\r\n\r\n"));
      Street.leave(origin);
      assertArrayEquals(
          ascii("HTTP/1.1 204 No Content\r\n\r\n"), client.getInputStream().readAllBytes());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.2:443, 502, connection_refused",
    "192.0.2.9:443, 502, destination_ip_prohibited",
    "nowhere.test:443, 502, dns_error",
    "hang.test:443, 504, dns_timeout",
  })
  void failuresAreToldByStatus(String target, int status, String error) throws IOException {
    try (Street street = new Street(true, Enforcements.none());
        Socket client = street.client("CONNECT " + target + " HTTP/1.1\r\n\r\n")) {
      String all = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertTrue(all.startsWith("HTTP/1.1 " + status + " "), all);
      assertTrue(all.contains("Proxy-Status: nadzor; error=" + error), all);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "05010005010001c000020201bb, 0500" + "05050001000000000000",
    "040101bbc000020200, 005b000000000000",
    "0501000501000308676f6e652e6f726701bb, 0500" + "05040001000000000000",
  })
  void failuresAreToldBySocksCode(String request, String reply) throws IOException {
    try (Street street = new Street(true, Enforcements.none());
        Socket client = street.client(HexFormat.of().parseHex(request))) {
      byte[] heard = client.getInputStream().readAllBytes();
      assertEquals(reply, HexFormat.of().formatHex(heard));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CONNECT www.open", "\u0000\u0001garbage", "\u0005"})
  void whoSaysNothingOrNonsenseIsClosed(String text) throws IOException {
    try (Street street = new Street(true, Enforcements.none());
        Socket client = street.client(text)) {
      assertEquals(-1, client.getInputStream().read());
      assertEquals(1, street.proxy.counters().refused());
    }
  }

  @Test
  void halfAHelloIsRelayedAndClosedWhenIdle() throws IOException {
    try (Street street = new Street(true, Enforcements.of(new StreamEffect.Reset(true, true)));
        Socket client = street.tunnel("www.blocked.test");
        Socket origin = street.accepted()) {
      client.getOutputStream().write(BLOCKED, 0, 40);
      assertEquals(40, Street.read(origin, 40).length);
      assertEquals(-1, client.getInputStream().read());
      assertEquals(-1, origin.getInputStream().read());
    }
  }

  @Test
  void clientsPastTheLimitAreClosed() throws IOException {
    try (Street street = new Street(true, Enforcements.none());
        Socket a = street.tunnel("www.open.test");
        Socket b = street.tunnel("www.open.test");
        Socket c = street.tunnel("www.open.test");
        Socket d = street.tunnel("www.open.test");
        Socket e = street.client("")) {
      assertEquals(-1, e.getInputStream().read());
      assertTrue(a.isConnected() && b.isConnected() && c.isConnected() && d.isConnected());
      assertEquals(5, street.proxy.counters().accepted());
      assertEquals(1, street.proxy.counters().refused());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingEndsListenerAndTunnelsAndMayBeRepeated(boolean epoll) throws IOException {
    try (Street street = new Street(epoll, Enforcements.none());
        Socket client = street.tunnel("www.open.test");
        Socket origin = street.accepted()) {
      street.proxy.close();
      street.proxy.close();
      assertEquals(-1, client.getInputStream().read());
      assertReset(origin);
      assertThrows(IOException.class, () -> street.client("x"));
      assertEquals(0, street.proxy.counters().open());
    }
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (Street street = new Street(true, Enforcements.none())) {
      BindException refused =
          assertThrows(
              BindException.class,
              () ->
                  ProxyServer.start(
                      street.transport,
                      street.proxy.address(),
                      new FakeWorld(),
                      Enforcements.none(),
                      Street.LIMITS));
      assertEquals("cannot listen on " + street.proxy.address(), refused.getMessage());
    }
  }
}

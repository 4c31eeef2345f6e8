package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import nadzor.censor.Enforcement;
import nadzor.censor.StreamEffect;
import nadzor.flow.Endpoint;
import nadzor.flow.Sighting;
import nadzor.transport.Transport;
import nadzor.wire.HelloBytes;
import nadzor.wire.SocksUdpHeader;
import nadzor.wire.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other doors on real sockets, over epoll and over NIO. */
@Timeout(30)
final class DoorSocketTest {
  private static final Endpoint ANY = Endpoint.of("127.0.0.1", 0);
  private static final Endpoint ADVERTISED = Endpoint.of("192.0.2.1", 443);
  private static final byte[] HELLO = HelloBytes.withName("www.open.test");
  private static final byte[] BLOCKED = HelloBytes.withName("www.blocked.test");
  private static final int PATIENCE_MILLIS = 10_000;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Socket connect(Endpoint to) throws IOException {
    Socket socket = new Socket(to.address(), to.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static void assertReset(Socket socket) {
    SocketException seen =
        assertThrows(SocketException.class, () -> socket.getInputStream().read());
    assertTrue(String.valueOf(seen.getMessage()).contains("reset"), seen.toString());
  }

  /** A proxy with every door, an origin for streams, and one for datagrams that says it again. */
  private static final class Town implements AutoCloseable {
    final Transport transport;
    final ServerSocket origin = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    final DatagramSocket echo = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    final ProxyServer proxy;

    Town(boolean epoll, Enforcement enforcement) throws IOException {
      transport = epoll ? Transport.start(1) : Transport.startNio(1);
      origin.setSoTimeout(PATIENCE_MILLIS);
      echo.setSoTimeout(PATIENCE_MILLIS);
      Endpoint stream = Endpoint.of("127.0.0.1", origin.getLocalPort());
      Endpoint datagrams = Endpoint.of("127.0.0.1", echo.getLocalPort());
      FakeWorld world =
          new FakeWorld()
              .name("www.open.test", "192.0.2.1")
              .name("www.blocked.test", "192.0.2.1")
              .route(ADVERTISED, stream)
              .route(Endpoint.of("192.0.2.1", 80), stream)
              .route(Endpoint.of("192.0.2.3", 443), datagrams);
      ProxyDoors doors =
          ProxyDoors.mixed(ANY).withTls(ANY).withHttp(ANY).withAlias(ANY, ADVERTISED);
      ProxyDoors.Door balanced = ProxyDoors.Door.behindBalancer(ANY);
      proxy =
          ProxyServer.start(
              transport,
              new ProxyDoors(balanced, doors.tls(), doors.http(), doors.aliases()),
              world,
              enforcement,
              ProxyLimits.STANDARD);
    }

    Socket accepted() throws IOException {
      Socket socket = origin.accept();
      socket.setSoTimeout(PATIENCE_MILLIS);
      return socket;
    }

    @Override
    public void close() throws IOException {
      proxy.close();
      transport.close();
      origin.close();
      echo.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTransparentPortRelaysAHelloToWhereItsNameLeads(boolean epoll) throws IOException {
    try (Town town = new Town(epoll, Enforcements.of(new StreamEffect.Reset(true, true)));
        Socket client = connect(town.proxy.tls().orElseThrow())) {
      client.getOutputStream().write(HELLO, 0, 20);
      client.getOutputStream().write(HELLO, 20, HELLO.length - 20);
      try (Socket origin = town.accepted()) {
        assertArrayEquals(HELLO, Street.read(origin, HELLO.length));
        origin.getOutputStream().write(ascii("hi"));
        assertArrayEquals(ascii("hi"), Street.read(client, 2));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void atATransparentPortNoNameAndABlockedOneAreResets(boolean epoll) throws IOException {
    try (Town town = new Town(epoll, Enforcements.of(new StreamEffect.Reset(true, true)));
        Socket nameless = connect(town.proxy.tls().orElseThrow());
        Socket blocked = connect(town.proxy.tls().orElseThrow())) {
      nameless.getOutputStream().write(ascii("GET / HTTP/1.1\r\n\r\n"));
      assertReset(nameless);
      assertEquals(1, town.proxy.counters().refused());
      blocked.getOutputStream().write(BLOCKED);
      assertReset(blocked);
    }
  }

  @Test
  void plainHttpAndAnAliasAreRelayedToo() throws IOException {
    String request = "GET / HTTP/1.1\r\nHost: www.open.test\r\n\r\n";
    try (Town town = new Town(true, Enforcements.none());
        Socket http = connect(town.proxy.http().orElseThrow())) {
      http.getOutputStream().write(ascii(request));
      try (Socket origin = town.accepted()) {
        assertEquals(request, Street.head(origin));
      }
      try (Socket alias = connect(town.proxy.alias(ADVERTISED).orElseThrow());
          Socket origin = town.accepted()) {
        origin.getOutputStream().write(ascii("server first"));
        assertArrayEquals(ascii("server first"), Street.read(alias, 12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRefusedAliasIsAResetBeforeAnythingIsSaid(boolean epoll) throws IOException {
    var refusing =
        Enforcements.onAny(Sighting.Kind.CONNECTION, new StreamEffect.Refuse(), Optional.empty());
    try (Town town = new Town(epoll, refusing);
        Socket alias = connect(town.proxy.alias(ADVERTISED).orElseThrow())) {
      assertReset(alias);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBalancersHeaderIsTakenOffAndWhatFollowsIsServed(boolean epoll) throws IOException {
    String header = "0d0a0d0a000d0a515549540a" + "2111000cc0000263c0000201c35001bb";
    String connect = HexFormat.of().formatHex(ascii("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n"));
    try (Town town = new Town(epoll, Enforcements.none());
        Socket client = connect(town.proxy.address());
        Socket without = connect(town.proxy.address())) {
      client.getOutputStream().write(HexFormat.of().parseHex(header + connect));
      assertEquals("HTTP/1.1 200 Connection established\r\n\r\n", Street.head(client));
      without.getOutputStream().write(ascii("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n"));
      assertEquals(-1, without.getInputStream().read());
      assertEquals(1, town.proxy.counters().refused());
    }
  }

  private static byte[] datagram(int length) {
    byte[] header = new byte[SocksUdpHeader.MAX_LENGTH];
    Target target = Target.of("192.0.2.3", 443).orElseThrow();
    int start = SocksUdpHeader.write(target, header, 0);
    byte[] all = Arrays.copyOf(header, start + length);
    Arrays.fill(all, start, all.length, (byte) 7);
    return all;
  }

  /** Over the doors' own balancer header, of a connection that it makes by itself. */
  private static Socket associated(Town town) throws IOException {
    Socket control = connect(town.proxy.address());
    String local = "0d0a0d0a000d0a515549540a" + "20000000";
    control.getOutputStream().write(HexFormat.of().parseHex(local + "050100"));
    assertArrayEquals(new byte[] {5, 0}, Street.read(control, 2));
    control.getOutputStream().write(new byte[] {5, 3, 0, 1, 0, 0, 0, 0, 0, 0});
    return control;
  }

  /** The last two octets of the reply. */
  private static int relayPort(Socket control) throws IOException {
    byte[] reply = Street.read(control, 10);
    return ((reply[8] & 0xff) << 8) | (reply[9] & 0xff);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void datagramsAreEchoedThroughAnAssociation(boolean epoll) throws IOException {
    try (Town town = new Town(epoll, Enforcements.none());
        Socket control = associated(town);
        DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      int port = relayPort(control);
      client.setSoTimeout(PATIENCE_MILLIS);
      for (int length : new int[] {1, 5, 1_200, 30_000}) {
        byte[] sent = datagram(length);
        client.send(new DatagramPacket(sent, sent.length, ANY.address(), port));
        DatagramPacket seen = new DatagramPacket(new byte[65_507], 65_507);
        town.echo.receive(seen);
        assertEquals(length, seen.getLength());
        town.echo.send(seen);
        DatagramPacket back = new DatagramPacket(new byte[65_507], 65_507);
        client.receive(back);
        assertArrayEquals(sent, Arrays.copyOf(back.getData(), back.getLength()));
      }
      assertEquals(4, town.proxy.counters().datagramsDown());
      Street.leave(control);
      assertClosed(town);
    }
  }

  /** The test's own time limit ends the wait. */
  private static void assertClosed(Town town) {
    while (town.proxy.counters().associations() > 0 || town.proxy.counters().open() > 0) {
      Thread.onSpinWait();
    }
    assertEquals(0, town.proxy.counters().datagramFlows());
  }

  @Test
  void aDatagramToAClosedPortHurtsNobody() throws IOException {
    try (Town town = new Town(true, Enforcements.none());
        Socket control = associated(town);
        DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      int port = relayPort(control);
      town.echo.close();
      byte[] sent = datagram(10);
      for (int i = 0; i < 3; i++) {
        client.send(new DatagramPacket(sent, sent.length, ANY.address(), port));
      }
      while (town.proxy.counters().datagramsUp() < 3) {
        Thread.onSpinWait();
      }
      control.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, () -> control.getInputStream().read());
      assertEquals(0, town.proxy.counters().datagramsLost());
    }
  }

  @Test
  void aDoorThatCannotBeOpenedOpensNone() throws IOException {
    try (Town town = new Town(true, Enforcements.none())) {
      Endpoint mixed = Street.closedPort();
      ProxyDoors doors = ProxyDoors.mixed(mixed).withTls(town.proxy.address());
      BindException refused =
          assertThrows(
              BindException.class,
              () ->
                  ProxyServer.start(
                      town.transport, doors, new FakeWorld(), Enforcements.none(), Street.LIMITS));
      assertEquals("cannot listen on " + town.proxy.address(), refused.getMessage());
      assertThrows(IOException.class, () -> connect(mixed).close());
    }
  }

  @Test
  void aDoorMayListenOnIpv6() throws IOException {
    try (Town town = new Town(true, Enforcements.none());
        ProxyServer six =
            ProxyServer.start(
                town.transport,
                Endpoint.of("::1", 0),
                new FakeWorld()
                    .route(ADVERTISED, Endpoint.of("127.0.0.1", town.origin.getLocalPort())),
                Enforcements.none(),
                Street.LIMITS);
        Socket client = connect(six.address())) {
      assertTrue(six.address().toString().startsWith("[0:0:0:0:0:0:0:1]:"), "" + six.address());
      client.getOutputStream().write(ascii("CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n"));
      assertTrue(Street.head(client).startsWith("HTTP/1.1 200 "));
    }
  }
}

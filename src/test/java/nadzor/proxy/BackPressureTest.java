package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that does not read stops its source; nothing is lost and little is held. */
@Timeout(60)
final class BackPressureTest {
  private static final long MUCH = 64L * 1024 * 1024;

  /**
   * What the kernel may hold in four socket buffers, and the proxy on top: one receive buffer alone
   * may grow to 32 MiB (tcp_rmem), and does on a loaded machine.
   */
  private static final long KERNEL_AND_PROXY = 48L * 1024 * 1024;

  private static final ProxyLimits LIMITS =
      new ProxyLimits(
          10,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          256 * 1024);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSourceWaitsForItsReader(boolean epoll) throws IOException {
    InetAddress local = InetAddress.getLoopbackAddress();
    try (Transport transport = epoll ? Transport.start(1) : Transport.startNio(1);
        ServerSocketChannel listener = ServerSocketChannel.open();
        Socket client = new Socket()) {
      listener.bind(new InetSocketAddress(local, 0));
      Endpoint bound = Endpoint.of((InetSocketAddress) listener.getLocalAddress());
      Endpoint advertised = Endpoint.of("192.0.2.1", 443);
      FakeWorld world = new FakeWorld().route(advertised, bound);
      try (ProxyServer proxy =
          ProxyServer.start(
              transport, Endpoint.of("127.0.0.1", 0), world, Enforcements.none(), LIMITS)) {
        client.setReceiveBufferSize(16 * 1024);
        client.connect(proxy.address().toSocketAddress());
        String connect = "CONNECT 192.0.2.1:443 HTTP/1.1\r\n\r\n";
        client.getOutputStream().write(connect.getBytes(StandardCharsets.US_ASCII));
        try (SocketChannel origin = listener.accept()) {
          check(client, origin, proxy);
        }
      }
    }
  }

  private static void check(Socket client, SocketChannel origin, ProxyServer proxy)
      throws IOException {
    origin.setOption(StandardSocketOptions.SO_SNDBUF, 64 * 1024);
    long stalled = writeUntilStalled(origin);
    assertTrue(stalled < KERNEL_AND_PROXY, "the origin wrote " + stalled);
    Street.head(client);
    long before = proxy.counters().bytesDown();
    assertTrue(before <= stalled, before + " relayed of " + stalled);
    assertEquals(stalled, client.getInputStream().readNBytes((int) stalled).length);
    assertEquals(stalled, proxy.counters().bytesDown());
  }

  /** Writes until the socket takes nothing for half a second. */
  private static long writeUntilStalled(SocketChannel origin) throws IOException {
    origin.configureBlocking(false);
    long written = 0;
    try (Selector selector = Selector.open()) {
      origin.register(selector, SelectionKey.OP_WRITE);
      ByteBuffer octets = ByteBuffer.allocate(64 * 1024);
      while (written < MUCH && selector.select(500) > 0) {
        selector.selectedKeys().clear();
        octets.clear();
        written += origin.write(octets);
      }
    }
    return written;
  }
}

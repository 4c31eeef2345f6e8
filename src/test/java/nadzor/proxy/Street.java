package nadzor.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** A proxy on real sockets, an origin behind it at {@code www.open.test}, and a closed port. */
final class Street implements AutoCloseable {
  static final ProxyLimits LIMITS =
      new ProxyLimits(
          4,
          Duration.ofMillis(700),
          Duration.ofMillis(700),
          Duration.ofMillis(700),
          Duration.ofMillis(300),
          256 * 1024);

  private static final int PATIENCE_MILLIS = 10_000;
  private static final Endpoint ANY = Endpoint.of("127.0.0.1", 0);

  final Transport transport;
  final ServerSocket origin;
  final ProxyServer proxy;

  Street(boolean epoll, Enforcement enforcement) {
    this(epoll, enforcement, LIMITS);
  }

  Street(boolean epoll, Enforcement enforcement, ProxyLimits limits) {
    transport = epoll ? Transport.start(1) : Transport.startNio(1);
    try {
      origin = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      origin.setSoTimeout(PATIENCE_MILLIS);
      Endpoint bound = Endpoint.of("127.0.0.1", origin.getLocalPort());
      FakeWorld world =
          new FakeWorld()
              .name("www.open.test", "192.0.2.1")
              .name("www.blocked.test", "192.0.2.1")
              .route(Endpoint.of("192.0.2.1", 443), bound)
              .route(Endpoint.of("192.0.2.1", 80), bound)
              .route(Endpoint.of("192.0.2.2", 443), closedPort());
      proxy = ProxyServer.start(transport, ANY, world, enforcement, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where nothing listens. */
  static Endpoint closedPort() throws IOException {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Endpoint.of("127.0.0.1", gone.getLocalPort());
    }
  }

  /** A client that has said this to the proxy. */
  Socket client(String text) throws IOException {
    return client(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Socket client(byte[] octets) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(32 * 1024);
    InetSocketAddress to = proxy.address().toSocketAddress();
    socket.connect(to, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(octets);
    return socket;
  }

  /** Returns once the proxy has restricted a flow; the test's own time limit ends the wait. */
  void awaitRestriction() {
    while (proxy.counters().restricted() == 0) {
      Thread.onSpinWait();
    }
  }

  /** The origin's end of the next connection. */
  Socket accepted() throws IOException {
    Socket socket = origin.accept();
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** A client with a tunnel to this host, the 200 already read. */
  Socket tunnel(String host) throws IOException {
    Socket client = client("CONNECT " + host + ":443 HTTP/1.1\r\n\r\n");
    head(client);
    return client;
  }

  /** Closes a socket: a FIN. */
  static void leave(Socket socket) throws IOException {
    socket.close();
  }

  /** Closes a socket with a RST. */
  static void abort(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads up to and with the next empty line. */
  static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int octet = socket.getInputStream().read();
      if (octet < 0) {
        return head.toString();
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  static byte[] read(Socket socket, int count) throws IOException {
    return socket.getInputStream().readNBytes(count);
  }

  /** Writes on a thread of its own until all is written or the other end takes no more. */
  static Thread pour(Socket socket, int octets) {
    Thread thread =
        new Thread(
            () -> {
              try {
                socket.getOutputStream().write(new byte[octets]);
              } catch (IOException expected) {
                // The end that a test looks for may come before all is written.
              }
            });
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    transport.close();
    origin.close();
  }
}

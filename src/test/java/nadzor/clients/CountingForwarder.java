package nadzor.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import nadzor.flow.Endpoint;

/** Stands between one client connection and a proxy, and counts what comes back. */
final class CountingForwarder implements AutoCloseable {
  private final ServerSocket listener;
  private final Endpoint proxy;
  private final Arrivals arrivals = new Arrivals();

  private CountingForwarder(ServerSocket listener, Endpoint proxy) {
    this.listener = listener;
    this.proxy = proxy;
  }

  static CountingForwarder before(Endpoint proxy) throws IOException {
    ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    CountingForwarder forwarder = new CountingForwarder(listener, proxy);
    daemon(forwarder::serve);
    return forwarder;
  }

  /** Where the client is sent. */
  String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** What came from the proxy. */
  Arrivals arrivals() {
    return arrivals;
  }

  private void serve() {
    try (Socket client = listener.accept();
        Socket upstream = new Socket(proxy.address(), proxy.port())) {
      daemon(() -> relay(client, upstream, new Arrivals()));
      relay(upstream, client, arrivals);
    } catch (IOException e) {
      // The test is over, or its client has gone.
    }
  }

  private static void relay(Socket from, Socket to, Arrivals noted) {
    byte[] octets = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(octets); read > 0; read = in.read(octets)) {
        noted.note(System.nanoTime(), read);
        out.write(octets, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One of both has gone; the other is closed with this forwarder.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "counting-forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

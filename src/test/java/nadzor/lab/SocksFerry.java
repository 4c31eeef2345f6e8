package nadzor.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/**
 * Carries the datagrams of one client through a proxy's UDP ASSOCIATE (RFC 1928 section 7) to one
 * IPv4 endpoint and back.
 */
final class SocksFerry implements AutoCloseable {
  private static final int HEADER = 10;
  private static final int MOST = 65_535;

  private final Socket control = new Socket();
  private final DatagramSocket near;
  private final DatagramSocket far;
  private final Endpoint to;
  private final InetSocketAddress relay;
  private final AtomicReference<InetSocketAddress> client = new AtomicReference<>();

  SocksFerry(Endpoint proxy, Endpoint to) throws IOException {
    this.to = to;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    near = new DatagramSocket(0, loopback);
    far = new DatagramSocket(0, loopback);
    control.connect(proxy.toSocketAddress());
    relay = associate();
    carry("out", this::out);
    carry("back", this::back);
  }

  private interface Leg {
    void run() throws IOException;
  }

  private InetSocketAddress associate() throws IOException {
    OutputStream out = control.getOutputStream();
    DataInputStream in = new DataInputStream(control.getInputStream());
    out.write(new byte[] {5, 1, 0});
    in.readFully(new byte[2]);
    out.write(new byte[] {5, 3, 0, 1, 0, 0, 0, 0, 0, 0});
    byte[] reply = new byte[HEADER];
    in.readFully(reply);
    if (reply[1] != 0) {
      throw new IOException("UDP ASSOCIATE was answered with " + reply[1]);
    }
    byte[] address = {reply[4], reply[5], reply[6], reply[7]};
    int port = (reply[8] & 0xff) << 8 | (reply[9] & 0xff);
    return new Endpoint(Addresses.ofOctets(address), port).toSocketAddress();
  }

  private void carry(String name, Leg leg) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!near.isClosed()) {
                  leg.run();
                }
              } catch (IOException e) {
                close(); // a closed socket ends both legs
              }
            },
            "ferry-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void out() throws IOException {
    byte[] buffer = new byte[MOST];
    DatagramPacket packet = new DatagramPacket(buffer, HEADER, MOST - HEADER);
    near.receive(packet);
    client.set((InetSocketAddress) packet.getSocketAddress());
    buffer[3] = 1;
    System.arraycopy(to.address().getAddress(), 0, buffer, 4, 4);
    buffer[8] = (byte) (to.port() >> 8);
    buffer[9] = (byte) to.port();
    far.send(new DatagramPacket(buffer, 0, HEADER + packet.getLength(), relay));
  }

  private void back() throws IOException {
    byte[] buffer = new byte[MOST];
    DatagramPacket packet = new DatagramPacket(buffer, MOST);
    far.receive(packet);
    near.send(new DatagramPacket(buffer, HEADER, packet.getLength() - HEADER, client.get()));
  }

  /** Where the client sends. */
  Endpoint endpoint() {
    return new Endpoint(near.getLocalAddress(), near.getLocalPort());
  }

  @Override
  public void close() {
    near.close();
    far.close();
    try {
      control.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package nadzor.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import nadzor.flow.Endpoint;

/**
 * A port that refuses: bound, so that nobody else can listen there, and never listening. Every port
 * of the sealed world that nothing serves leads here, and not to whatever the machine itself serves
 * on that number.
 */
final class ClosedPort implements AutoCloseable {
  private final Socket held = new Socket();
  private final Endpoint endpoint;

  private ClosedPort(InetAddress address) throws IOException {
    held.bind(new InetSocketAddress(address, 0));
    endpoint = new Endpoint(address, held.getLocalPort());
  }

  static ClosedPort on(InetAddress address) throws IOException {
    return new ClosedPort(address);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      throw new IllegalStateException("closing a socket that never connected", e);
    }
  }
}

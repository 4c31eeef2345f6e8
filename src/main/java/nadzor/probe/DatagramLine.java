package nadzor.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import nadzor.flow.Endpoint;

/** Datagrams to and from one address and port; what others send is dropped by the system. */
final class DatagramLine implements AutoCloseable {
  private static final int MAX_DATAGRAM = 65_535;

  private final DatagramChannel channel;
  private final Readiness readiness;

  private DatagramLine(DatagramChannel channel) throws IOException {
    this.channel = channel;
    readiness = new Readiness(channel);
  }

  static DatagramLine open(Source from, Endpoint to) throws Failed {
    try {
      DatagramLine line = new DatagramLine(DatagramChannel.open());
      line.connect(from, to);
      return line;
    } catch (IOException e) {
      throw new Failed(Failure.of(e));
    }
  }

  private void connect(Source from, Endpoint to) throws IOException {
    boolean connected = false;
    try {
      from.bind(channel);
      channel.connect(to.toSocketAddress());
      connected = true;
    } finally {
      if (!connected) {
        close();
      }
    }
  }

  void send(byte[] datagram) throws Failed {
    try {
      channel.write(ByteBuffer.wrap(datagram));
    } catch (IOException e) {
      throw new Failed(Failure.of(e));
    }
  }

  /** The next datagram, whatever it holds. */
  byte[] receive(Deadline until) throws Failed {
    ByteBuffer datagram = ByteBuffer.allocate(MAX_DATAGRAM);
    try {
      while (channel.read(datagram) == 0) {
        readiness.await(SelectionKey.OP_READ, until);
      }
    } catch (IOException e) {
      throw new Failed(Failure.of(e));
    }
    byte[] octets = new byte[datagram.flip().remaining()];
    datagram.get(octets);
    return octets;
  }

  @Override
  public void close() {
    readiness.close();
  }
}

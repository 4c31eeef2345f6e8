package nadzor.probe;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import nadzor.flow.Endpoint;

/** A TCP connection without Nagle's delay: each write is a segment of its own. */
final class TcpLine implements ByteLine {
  private final SocketChannel channel;
  private final Readiness readiness;

  private TcpLine(SocketChannel channel) throws IOException {
    this.channel = channel;
    readiness = new Readiness(channel);
  }

  /** Connects from a fresh port. */
  static TcpLine open(Source from, Endpoint to, Deadline until) throws Failed {
    try {
      TcpLine line = new TcpLine(SocketChannel.open());
      line.connect(from, to, until);
      return line;
    } catch (IOException e) {
      throw new Failed(Failure.of(e));
    }
  }

  private void connect(Source from, Endpoint to, Deadline until) throws Failed, IOException {
    boolean connected = false;
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      from.bind(channel);
      connected = channel.connect(to.toSocketAddress());
      while (!connected) {
        readiness.await(SelectionKey.OP_CONNECT, until);
        connected = channel.finishConnect();
      }
    } finally {
      if (!connected) {
        close();
      }
    }
  }

  @Override
  public int read(ByteBuffer into, Deadline until) throws Failed {
    try {
      until.check();
      int count = channel.read(into);
      while (count == 0) {
        readiness.await(SelectionKey.OP_READ, until);
        count = channel.read(into);
      }
      return count;
    } catch (IOException e) {
      throw new Failed(Failure.of(e));
    }
  }

  @Override
  public void write(ByteBuffer from, Deadline until) throws Failed {
    try {
      until.check();
      channel.write(from);
      while (from.hasRemaining()) {
        readiness.await(SelectionKey.OP_WRITE, until);
        channel.write(from);
      }
    } catch (IOException e) {
      throw new Failed(Failure.of(e));
    }
  }

  @Override
  public void close() {
    readiness.close();
  }
}

package nadzor.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** Very many connections to one listener, from several addresses of 127.40.0.0/16. */
final class Multitude implements AutoCloseable {
  private static final int FROM_EACH = 2_000;

  private final List<SocketChannel> channels = new ArrayList<>();
  private final Endpoint door;

  Multitude(Endpoint door) {
    this.door = door;
  }

  /** How many were opened. */
  int size() {
    return channels.size();
  }

  /** One more that says this. */
  SocketChannel add(byte[] words) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channels.add(channel);
    String source = "127.40.0." + (1 + channels.size() / FROM_EACH);
    channel.bind(new InetSocketAddress(Addresses.parse(source), 0));
    channel.connect(door.toSocketAddress());
    ByteBuffer octets = ByteBuffer.wrap(words);
    while (octets.hasRemaining()) {
      channel.write(octets);
    }
    return channel;
  }

  /** One more that says this, and hears so many octets. */
  void add(byte[] words, int heard) throws IOException {
    SocketChannel channel = add(words);
    ByteBuffer answer = ByteBuffer.allocate(heard);
    while (answer.hasRemaining()) {
      if (channel.read(answer) < 0) {
        throw new EOFException("closed by the other side");
      }
    }
  }

  /** All leave: every second one with a FIN, the others with a RST. */
  @Override
  public void close() throws IOException {
    boolean reset = false;
    for (SocketChannel channel : channels) {
      if (reset) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
      channel.close();
      reset = !reset;
    }
    channels.clear();
  }
}

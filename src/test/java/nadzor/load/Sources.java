package nadzor.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** Askers by UDP, each from an address of 127.41.0.0/16 of its own. Not thread-safe. */
final class Sources implements AutoCloseable {
  private static final int IN_A_ROW = 200;
  private static final int LONGEST = 4_096;

  private final List<DatagramChannel> channels = new ArrayList<>();
  private final ByteBuffer heard = ByteBuffer.allocate(LONGEST);
  private int next;

  /** So many of them, all of whom ask at this door. */
  static Sources of(int count, Endpoint door) throws IOException {
    Sources sources = new Sources();
    for (int i = 0; i < count; i++) {
      DatagramChannel channel = DatagramChannel.open();
      sources.channels.add(channel);
      String address = "127.41." + i / IN_A_ROW + "." + (1 + i % IN_A_ROW);
      channel.bind(new InetSocketAddress(Addresses.parse(address), 0));
      channel.connect(door.toSocketAddress());
      channel.configureBlocking(false);
    }
    return sources;
  }

  /** The next in turn asks; how many octets were taken by the kernel. */
  int ask(byte[] query) throws IOException {
    next = (next + 1) % channels.size();
    return channels.get(next).write(ByteBuffer.wrap(query));
  }

  /** How many answers are there to be read now. */
  long answers() throws IOException {
    long answers = 0;
    for (DatagramChannel channel : channels) {
      while (channel.read(heard.clear()) > 0) {
        answers++;
      }
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    for (DatagramChannel channel : channels) {
      channel.close();
    }
  }
}

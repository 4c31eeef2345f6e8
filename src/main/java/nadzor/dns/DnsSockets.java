package nadzor.dns;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;

/** The open sockets of one server, and the connections of its clients. Thread-safe. */
final class DnsSockets implements AutoCloseable {
  private final ChannelGroup all = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
  private final ChannelGroup clients = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
  private final int connections;

  DnsSockets(int connections) {
    this.connections = connections;
  }

  /** Takes a socket of the server's own. */
  void add(Channel channel) {
    all.add(channel);
  }

  /** Takes a client's connection; false where there are too many. */
  synchronized boolean admit(Channel client) {
    if (clients.size() >= connections) {
      return false;
    }
    clients.add(client);
    return all.add(client);
  }

  /** Closes everything, and waits up to two seconds for it. */
  @Override
  public void close() {
    all.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}

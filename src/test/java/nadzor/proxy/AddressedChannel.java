package nadzor.proxy;

import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.SocketAddress;
import nadzor.flow.Endpoint;

/** A channel without a socket that has addresses nevertheless. */
final class AddressedChannel extends EmbeddedChannel {
  private final Endpoint local;
  private final Endpoint remote;

  AddressedChannel(Endpoint local, Endpoint remote, ChannelHandler... handlers) {
    super(handlers);
    this.local = local;
    this.remote = remote;
  }

  Endpoint local() {
    return local;
  }

  @Override
  protected SocketAddress localAddress0() {
    return local.toSocketAddress();
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return remote.toSocketAddress();
  }
}

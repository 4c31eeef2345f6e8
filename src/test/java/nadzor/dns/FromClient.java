package nadzor.dns;

import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.SocketAddress;
import nadzor.flow.Endpoint;

/** Says that it is connected from a client's address. */
final class FromClient extends EmbeddedChannel {
  FromClient() {
    super(DefaultChannelId.newInstance());
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return Endpoint.of("127.40.0.1", 5353).toSocketAddress();
  }
}

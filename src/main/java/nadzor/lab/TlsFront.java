package nadzor.lab;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import nadzor.flow.Endpoint;

/** TLS before a server that has none: what comes out of it is handed on. Thread-safe. */
@Sharable
final class TlsFront extends ChannelInitializer<Channel> {
  private final Hosting hosting;
  private final OriginTls tls;
  private final Endpoint behind;
  private final ChannelGroup open;

  private TlsFront(Hosting hosting, OriginTls tls, Endpoint behind, ChannelGroup open) {
    this.hosting = hosting;
    this.tls = tls;
    this.behind = behind;
    this.open = open;
  }

  /**
   * Listens; port 0 takes a free one.
   *
   * @param behind who serves
   * @throws IOException if the endpoint cannot be bound; the message names it
   */
  static StreamListener listen(
      Hosting hosting, String what, Endpoint at, OriginTls tls, Endpoint behind)
      throws IOException {
    ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    TlsFront front = new TlsFront(hosting, tls, behind, open);
    return StreamListener.bind(hosting, what, at, open, front);
  }

  @Override
  protected void initChannel(Channel client) {
    if (open.size() >= hosting.limits().connections()) {
      ChannelFuture unused = client.close(); // an unwanted one: no matter how it ends
      return;
    }
    open.add(client);
    tls.addTo(client.pipeline(), hosting.limits());
    client.pipeline().addLast(new FlowControlHandler());
    client.pipeline().addLast(new TlsFrontHandler(hosting.transport(), behind));
  }
}

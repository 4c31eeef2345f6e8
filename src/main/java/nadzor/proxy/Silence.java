package nadzor.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;

/**
 * A connection on which nothing is heard any more: what comes is read and dropped. A client's
 * channel closes when the client leaves or the time is up; an upstream's end is not noticed by
 * anybody.
 */
final class Silence extends ChannelInboundHandlerAdapter {
  private final boolean endsWithItsPeer;

  private Silence(boolean endsWithItsPeer) {
    this.endsWithItsPeer = endsWithItsPeer;
  }

  /** Falls on a client, in the place of the handler that served it so far. */
  static void fall(Channel client, ChannelHandler before, Deadline deadline, ProxyLimits limits) {
    client.pipeline().replace(before, "silence", new Silence(true));
    deadline.set(limits.idle(), () -> Ending.now(client));
    client.closeFuture().addListener(closed -> deadline.cancel());
    client.config().setAutoRead(true);
    if (Ending.isInputOver(client)) {
      Ending.now(client);
    }
  }

  /** Falls on the upstream of a silenced client, for as long as the client stays. */
  static void fallBehind(Channel client, Channel upstream, ChannelHandler before) {
    upstream.pipeline().replace(before, "silence", new Silence(false));
    upstream.config().setAutoRead(true);
    client.closeFuture().addListener(closed -> Ending.now(upstream));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE && endsWithItsPeer) {
      Ending.now(ctx.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}

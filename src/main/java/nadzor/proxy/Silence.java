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
  private final Runnable onTraffic;

  private Silence(boolean endsWithItsPeer, Runnable onTraffic) {
    this.endsWithItsPeer = endsWithItsPeer;
    this.onTraffic = onTraffic;
  }

  /**
   * Falls on a client, in the place of the handler that served it so far.
   *
   * @param onTraffic told of each read of the client, which is then dropped
   */
  static void fall(Visit visit, ChannelHandler before, Runnable onTraffic) {
    Channel client = visit.client();
    Deadline deadline = visit.deadline();
    client.pipeline().replace(before, "silence", new Silence(true, onTraffic));
    deadline.set(visit.limits().idle(), () -> Ending.now(client));
    client.closeFuture().addListener(closed -> deadline.cancel());
    client.config().setAutoRead(true);
    if (Ending.isInputOver(client)) {
      Ending.now(client);
    }
  }

  /** Falls on the upstream of a silenced client, for as long as the client stays. */
  static void fallBehind(Channel client, Channel upstream, ChannelHandler before) {
    upstream.pipeline().replace(before, "silence", new Silence(false, () -> {}));
    upstream.config().setAutoRead(true);
    client.closeFuture().addListener(closed -> Ending.now(upstream));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
    onTraffic.run();
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

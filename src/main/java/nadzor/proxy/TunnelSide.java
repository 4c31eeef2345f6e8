package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/** One channel's end of a tunnel: hands what happens there to the lanes. */
final class TunnelSide extends ChannelInboundHandlerAdapter {
  private final Tunnel tunnel;
  private final HalfFlow outOfHere;
  private final HalfFlow intoHere;

  /**
   * @param outOfHere the direction whose source this channel is
   * @param intoHere the direction whose sink this channel is
   */
  TunnelSide(Tunnel tunnel, HalfFlow outOfHere, HalfFlow intoHere) {
    this.tunnel = tunnel;
    this.outOfHere = outOfHere;
    this.intoHere = intoHere;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    outOfHere.lane().accept((ByteBuf) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    outOfHere.lane().complete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      outOfHere.lane().end();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      intoHere.lane().writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    tunnel.broken(ctx.channel());
    tunnel.closed();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    tunnel.broken(ctx.channel());
  }
}

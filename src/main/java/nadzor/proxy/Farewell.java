package nadzor.proxy;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;

/**
 * The last thing that a client hears. Octets are sent, then a FIN; what the client still sends is
 * read and dropped, so that the close stays a FIN: a socket closed over unread octets sends a RST,
 * which would take the answer away (RFC 9112 section 9.6).
 */
final class Farewell extends ChannelInboundHandlerAdapter {
  private Farewell() {}

  /** Says it on a client's channel, in the place of the handler that served it so far. */
  static void say(Visit visit, ChannelHandler before, byte[] octets) {
    Channel channel = visit.client();
    Deadline deadline = visit.deadline();
    boolean inputOver = Ending.isInputOver(channel);
    channel.pipeline().replace(before, "farewell", new Farewell());
    deadline.set(visit.limits().farewell(), () -> Ending.now(channel));
    channel.config().setAutoRead(true);
    var unused = channel.write(Unpooled.wrappedBuffer(octets));
    if (inputOver) {
      Ending.close(channel);
    } else {
      Ending.finish(channel);
    }
    channel.closeFuture().addListener(closed -> deadline.cancel());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      Ending.close(ctx.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}

package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import nadzor.wire.Parsed;
import nadzor.wire.Target;

/**
 * Reads from a client's first octets where it goes, and keeps them as they came: the judge sees the
 * same segments. Without a name there is no destination, and the client hears a RST.
 */
final class TransparentHandler extends ChannelInboundHandlerAdapter {
  private final Visit visit;
  private final FirstName name;
  private final EarlyOctets early;

  TransparentHandler(Visit visit, FirstName name) {
    this.visit = visit;
    this.name = name;
    early = new EarlyOctets(visit.client(), visit.limits().bufferOctets());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf octets = (ByteBuf) message;
    byte[] copy = ByteBufUtil.getBytes(octets);
    early.add(octets);
    Parsed<Target> parsed = name.add(copy);
    if (parsed instanceof Parsed.Complete<Target> complete) {
      Approach.begin(visit, this, complete.value(), ReplyStyle.NONE, early);
    } else if (parsed instanceof Parsed.NotThis) {
      early.drop();
      visit.rebuff();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      visit.giveUp();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    early.drop();
    visit.deadline().cancel();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}

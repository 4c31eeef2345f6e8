package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/**
 * Reads a client's request, then leaves the channel to an {@link Approach} or an {@link
 * Association}. One for each client.
 */
final class OpeningHandler extends ChannelInboundHandlerAdapter {
  private final Visit visit;
  private final Opening opening = new Opening();

  OpeningHandler(Visit visit) {
    this.visit = visit;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf octets = (ByteBuf) message;
    try {
      opening.add(ByteBufUtil.getBytes(octets));
    } finally {
      octets.release();
    }
    for (boolean again = true; again; ) {
      again = carryOut(ctx, opening.next());
    }
  }

  /** Whether the opening is to be asked again. */
  private boolean carryOut(ChannelHandlerContext ctx, Step step) {
    if (step instanceof Step.Say say) {
      var unused = ctx.writeAndFlush(Unpooled.wrappedBuffer(say.octets()));
      return true;
    }
    if (step instanceof Step.Go go) {
      approach(go.ask());
    } else if (step instanceof Step.Associate associate) {
      Association.begin(visit, this, associate.port());
    } else if (step instanceof Step.Refuse refuse) {
      visit.counters().refuse();
      Farewell.say(visit, this, refuse.octets());
    }
    return false;
  }

  private void approach(Ask ask) {
    EarlyOctets early = new EarlyOctets(visit.client(), visit.limits().bufferOctets());
    early.add(Unpooled.wrappedBuffer(ask.first()));
    Approach.begin(visit, this, ask.target(), ask.style(), early);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      visit.giveUp(); // half a request, and no more of it will come
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    visit.deadline().cancel();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}

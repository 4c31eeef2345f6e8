package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/**
 * Reads a client's request, then leaves the channel to an {@link Approach}. One for each client.
 */
final class OpeningHandler extends ChannelInboundHandlerAdapter {
  private final Surroundings surroundings;
  private final Deadline deadline;
  private final Opening opening = new Opening();

  OpeningHandler(Surroundings surroundings, Deadline deadline) {
    this.surroundings = surroundings;
    this.deadline = deadline;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    deadline.set(surroundings.limits().opening(), () -> giveUp(ctx));
    ctx.fireChannelActive();
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
      Approach.begin(ctx.channel(), this, surroundings, deadline, go.ask());
    } else if (step instanceof Step.Refuse refuse) {
      surroundings.counters().refuse();
      Farewell.say(ctx.channel(), this, refuse.octets(), deadline, surroundings.limits());
    }
    return false;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      giveUp(ctx); // half a request, and no more of it will come
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    deadline.cancel();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }

  private void giveUp(ChannelHandlerContext ctx) {
    surroundings.counters().refuse();
    Ending.now(ctx.channel());
  }
}

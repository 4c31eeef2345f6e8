package nadzor.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import nadzor.wire.Target;

/** Takes a client where all clients of its door go, as soon as it is there. */
final class AliasHandler extends ChannelInboundHandlerAdapter {
  private final Visit visit;
  private final Target target;

  AliasHandler(Visit visit, Target target) {
    this.visit = visit;
    this.target = target;
  }

  /** Behind a balancer's header the connection is there already. */
  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    if (ctx.channel().isActive()) {
      begin();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    begin();
  }

  private void begin() {
    EarlyOctets early = new EarlyOctets(visit.client(), visit.limits().bufferOctets());
    Approach.begin(visit, this, target, ReplyStyle.NONE, early);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    visit.deadline().cancel();
  }
}

package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetSocketAddress;
import java.util.Optional;
import nadzor.censor.FlowJudge;
import nadzor.censor.StreamEffect;
import nadzor.censor.StreamRuling;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;

/**
 * The way from a request to a tunnel: destination, what an earlier trigger left, connection. What
 * the client sends meanwhile waits here, up to a limit. One for each client, on its event loop.
 */
final class Approach extends ChannelInboundHandlerAdapter implements Destination.Found {
  private final Channel client;
  private final Surroundings surroundings;
  private final Deadline deadline;
  private final Ask ask;
  private final EarlyOctets early;
  private Optional<ChannelFuture> connecting = Optional.empty();
  private boolean over;

  private Approach(Channel client, Surroundings surroundings, Deadline deadline, Ask ask) {
    this.client = client;
    this.surroundings = surroundings;
    this.deadline = deadline;
    this.ask = ask;
    early = new EarlyOctets(client, surroundings.limits().bufferOctets());
    early.add(Unpooled.wrappedBuffer(ask.first()));
  }

  /** Takes a client over from the handler that read its request. */
  static void begin(
      Channel client,
      ChannelHandler before,
      Surroundings surroundings,
      Deadline deadline,
      Ask ask) {
    Approach approach = new Approach(client, surroundings, deadline, ask);
    client.pipeline().replace(before, "approach", approach);
    deadline.set(surroundings.limits().connect(), approach::tooLate);
    new Destination(surroundings.world(), client.eventLoop(), approach).find(ask.target());
  }

  @Override
  public void found(Endpoint advertised, Endpoint bound) {
    if (over) {
      return;
    }
    Endpoint from = Endpoint.of((InetSocketAddress) client.remoteAddress());
    FlowJudge judge = surroundings.enforcement().open(new FlowKey(from, advertised));
    StreamRuling left = judge.onOpen(deadline.now());
    if (left.effect() instanceof StreamEffect.Reset reset && reset.towardsClient()) {
      cutOff();
      Ending.reset(client);
    } else if (isSilence(left.effect())) {
      cutOff();
      Silence.fall(client, this, deadline, surroundings.limits());
    } else {
      connect(bound, judge, left);
    }
  }

  /** Whether a connection attempt would hear nothing at all. */
  private static boolean isSilence(StreamEffect effect) {
    return effect instanceof StreamEffect.Reset
        || (effect instanceof StreamEffect.Discard discard && discard.after() == 0);
  }

  private void connect(Endpoint bound, FlowJudge judge, StreamRuling left) {
    ChannelFuture future = surroundings.connector().connect(client.eventLoop(), bound);
    connecting = Optional.of(future);
    future.addListener(
        done -> {
          if (over) {
            Ending.now(future.channel());
          } else if (done.isSuccess()) {
            open(future.channel(), judge, left);
          } else {
            failed(Refusals.of(done.cause()));
          }
        });
  }

  private void open(Channel upstream, FlowJudge judge, StreamRuling left) {
    over = true;
    byte[] granted = ask.style().granted();
    if (granted.length > 0) {
      var unused =
          client.writeAndFlush(client.alloc().directBuffer(granted.length).writeBytes(granted));
    }
    Tunnel tunnel = new Tunnel(client, upstream, judge, deadline, surroundings);
    tunnel.begin(this, left);
    early.deliver(client);
  }

  @Override
  public void failed(Failure failure) {
    if (!over) {
      over = true;
      early.drop();
      surroundings.counters().refuse();
      byte[] words = ask.style().failed(failure);
      Farewell.say(client, this, words, deadline, surroundings.limits());
    }
  }

  private void tooLate() {
    connecting.ifPresent(future -> Ending.now(future.channel()));
    failed(
        connecting.isPresent()
            ? Failure.of(Failure.Kind.CONNECTION_TIMEOUT, "the origin did not answer in time")
            : Failure.of(Failure.Kind.DNS_TIMEOUT, "the resolver did not answer in time"));
  }

  private void cutOff() {
    over = true;
    early.drop();
    surroundings.counters().restrict();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    early.add((ByteBuf) message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      early.end();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    over = true;
    early.drop();
    deadline.cancel();
    connecting.ifPresent(future -> Ending.now(future.channel()));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}

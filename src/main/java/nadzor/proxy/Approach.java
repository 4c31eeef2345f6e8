package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.Optional;
import nadzor.censor.FlowJudge;
import nadzor.censor.FlowTrace;
import nadzor.censor.StreamEffect;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.wire.Target;

/**
 * The way from a request to a tunnel: destination, what an earlier trigger left, connection. What
 * the client sends meanwhile waits here, up to a limit. One for each client, on its event loop.
 */
final class Approach extends ChannelInboundHandlerAdapter implements Destination.Found {
  private final Visit visit;
  private final Channel client;
  private final Surroundings surroundings;
  private final ReplyStyle style;
  private final EarlyOctets early;
  private final FlowTrace trace;
  private Optional<ChannelFuture> connecting = Optional.empty();
  private boolean located;
  private boolean over;

  private Approach(Visit visit, ReplyStyle style, EarlyOctets early, FlowTrace trace) {
    this.visit = visit;
    this.style = style;
    this.early = early;
    this.trace = trace;
    client = visit.client();
    surroundings = visit.surroundings();
  }

  /**
   * Takes a client over from the handler that read its request.
   *
   * @param early what the client said to its destination already
   */
  static void begin(
      Visit visit, ChannelHandler before, Target target, ReplyStyle style, EarlyOctets early) {
    FlowTrace trace = visit.trace(style.kind(), () -> text(target));
    Approach approach = new Approach(visit, style, early, trace);
    visit.client().pipeline().replace(before, "approach", approach);
    visit.deadline().set(visit.limits().connect(), approach::tooLate);
    ProxyWorld world = visit.surroundings().world();
    EventLoop loop = visit.client().eventLoop();
    Destination destination =
        style == ReplyStyle.NONE
            ? Destination.ofTransparent(world, loop, approach)
            : Destination.ofStream(world, loop, approach);
    destination.find(target);
  }

  /**
   * Takes a client over from a tunnel that ends here, of which nothing has reached the origin.
   *
   * @param early what the client said; more is added to it until the page is reached
   */
  static void detour(
      Visit visit,
      ChannelHandler before,
      Endpoint page,
      FlowJudge judge,
      FlowTrace trace,
      EarlyOctets early) {
    Approach approach = new Approach(visit, ReplyStyle.NONE, early, trace);
    visit.client().pipeline().replace(before, "approach", approach);
    visit.deadline().set(visit.limits().connect(), approach::tooLate);
    approach.lead(page, judge);
  }

  /** As a feed shows it, {@code host:port}. */
  static String text(Target target) {
    return target instanceof Target.Named named
        ? named.name().text() + ":" + named.port()
        : ((Target.Literal) target).endpoint().toString();
  }

  @Override
  public void found(Endpoint advertised, Endpoint bound) {
    if (over) {
      return;
    }
    FlowKey key = new FlowKey(visit.from(), advertised);
    FlowJudge judge = surroundings.enforcement().open(key, trace);
    StreamRuling left = judge.onOpen(visit.deadline().now());
    StreamEffect effect = left.effect();
    if (effect instanceof StreamEffect.Refuse) {
      visit.counters().restrict();
      failed(Failure.of(Failure.Kind.CONNECTION_REFUSED, "the connection was refused"));
    } else if (isReset(effect)) {
      cutOff("reset");
      Ending.reset(client);
    } else if (isSilence(effect)) {
      cutOff("silence");
      Silence.fall(visit, this, () -> judge.onRestrictedTraffic(visit.deadline().now()));
    } else if (effect instanceof StreamEffect.Hijack hijack) {
      hijack(hijack, judge);
    } else {
      look(bound, judge, left);
    }
  }

  /** What the client has said already is judged before anything is connected to. */
  private void look(Endpoint bound, FlowJudge judge, StreamRuling left) {
    Segments segments = new Segments(judge, Direction.FROM_CLIENT);
    early.show(segments, visit.deadline().now());
    StreamEffect effect = segments.ruling().effect();
    if (effect.accept(WithoutOrigin.RULE)) {
      grant();
      meet(effect, judge);
    } else if (effect instanceof StreamEffect.Hijack hijack) {
      hijack(hijack, judge);
    } else {
      connect(bound, judge, left, segments);
    }
  }

  /** The network's block page takes the place of the origin. */
  private void hijack(StreamEffect.Hijack effect, FlowJudge judge) {
    Optional<Endpoint> page = surroundings.world().blockPage(effect.tls());
    if (page.isPresent()) {
      visit.counters().restrict();
      lead(page.get(), judge);
    } else {
      grant();
      cutOff("reset");
      Ending.reset(client);
    }
  }

  /** The flow was judged: nothing of it is looked at any more. */
  private void lead(Endpoint page, FlowJudge judge) {
    connect(page, judge, StreamRuling.EXEMPT, new Segments(judge, Direction.FROM_CLIENT));
  }

  /** What a tunnel would do to the client, without a tunnel. */
  private void meet(StreamEffect effect, FlowJudge judge) {
    if (effect instanceof StreamEffect.Answer answer) {
      cutOff("answered");
      Farewell.say(visit, this, answer.octets());
    } else if (effect instanceof StreamEffect.Discard || isSilentReset(effect)) {
      cutOff("silence");
      Silence.fall(visit, this, () -> judge.onRestrictedTraffic(visit.deadline().now()));
    } else {
      cutOff("reset");
      Ending.reset(client);
    }
  }

  private static boolean isSilentReset(StreamEffect effect) {
    return effect instanceof StreamEffect.Reset reset && !reset.towardsClient();
  }

  /** Whether a connection attempt would hear a reset; what passes first needs a connection. */
  private static boolean isReset(StreamEffect effect) {
    return effect instanceof StreamEffect.Reset reset
        && reset.towardsClient()
        && reset.grace().isNone();
  }

  /** Whether a connection attempt would hear nothing at all. */
  private static boolean isSilence(StreamEffect effect) {
    return (effect instanceof StreamEffect.Reset reset && reset.grace().isNone())
        || (effect instanceof StreamEffect.Discard discard && discard.grace().isNone());
  }

  private void connect(Endpoint bound, FlowJudge judge, StreamRuling left, Segments segments) {
    ChannelFuture future = surroundings.connector().connect(client.eventLoop(), bound);
    connecting = Optional.of(future);
    future.addListener(
        done -> {
          if (over) {
            Ending.now(future.channel());
          } else if (done.isSuccess()) {
            open(future.channel(), judge, left, segments);
          } else {
            failed(Refusals.of(done.cause()));
          }
        });
  }

  private void open(Channel upstream, FlowJudge judge, StreamRuling left, Segments segments) {
    over = true;
    grant();
    new Tunnel(visit, upstream, judge, trace).begin(this, left, segments);
    early.deliver(client);
  }

  private void grant() {
    byte[] granted = style.granted();
    if (granted.length > 0) {
      var unused =
          client.writeAndFlush(client.alloc().directBuffer(granted.length).writeBytes(granted));
    }
  }

  @Override
  public void failed(Failure failure) {
    if (over) {
      return;
    }
    over = true;
    trace.ending(failure.kind().error());
    early.drop();
    if (style == ReplyStyle.NONE) {
      visit.rebuff();
    } else {
      visit.counters().refuse();
      Farewell.say(visit, this, style.failed(failure));
    }
  }

  /** Nothing answers there: the client waits as long as for a host that is down. */
  @Override
  public void nowhere() {
    located = true;
  }

  private void tooLate() {
    failed(
        located || connecting.isPresent()
            ? Failure.of(Failure.Kind.CONNECTION_TIMEOUT, "the origin did not answer in time")
            : Failure.of(Failure.Kind.DNS_TIMEOUT, "the resolver did not answer in time"));
    connecting.ifPresent(future -> Ending.now(future.channel()));
  }

  private void cutOff(String how) {
    trace.ending(how);
    over = true;
    early.drop();
    visit.counters().restrict();
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
    visit.deadline().cancel();
    connecting.ifPresent(future -> Ending.now(future.channel()));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Ending.now(ctx.channel());
  }
}

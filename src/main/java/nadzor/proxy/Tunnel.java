package nadzor.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.time.Duration;
import java.util.Optional;
import nadzor.censor.FlowGauge;
import nadzor.censor.FlowJudge;
import nadzor.censor.FlowTrace;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;

/**
 * One flow between a client and an origin, both on one event loop, and the ways in which it ends.
 * Not thread-safe.
 */
final class Tunnel {
  private final Visit visit;
  private final Channel client;
  private final Channel upstream;
  private final FlowJudge judge;
  private final Deadline deadline;
  private final FlowTrace trace;
  private final HalfFlow up;
  private final HalfFlow down;
  private final TunnelSide clientSide;
  private final TunnelSide upstreamSide;
  private final long memoryNanos;
  private boolean forgotten;
  private boolean over;

  Tunnel(Visit visit, Channel upstream, FlowJudge judge, FlowTrace trace) {
    this.visit = visit;
    this.upstream = upstream;
    this.judge = judge;
    this.trace = trace;
    client = visit.client();
    deadline = visit.deadline();
    memoryNanos = judge.idleLimit().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    ProxyCounters counters = visit.counters();
    up = new HalfFlow(Direction.FROM_CLIENT, client, upstream, this, counters.up());
    down = new HalfFlow(Direction.FROM_SERVER, upstream, client, this, counters.down());
    clientSide = new TunnelSide(this, up, down);
    upstreamSide = new TunnelSide(this, down, up);
  }

  /**
   * Takes the client over from its handler and carries out what an earlier trigger left.
   *
   * @param shown what the judge saw of the client's octets already
   */
  void begin(ChannelHandler before, StreamRuling left, Segments shown) {
    client.pipeline().replace(before, "tunnel", clientSide);
    upstream.pipeline().addLast("tunnel", upstreamSide);
    Duration idle = visit.limits().idle();
    deadline.set(judge.idleLimit().map(idle::plus).orElse(idle), this::closeNow);
    inspect(up, shown);
    inspect(down, new Segments(judge, Direction.FROM_SERVER));
    carryOut(left);
  }

  private void inspect(HalfFlow half, Segments segments) {
    if (segments.isWatching()) {
      half.change(new InspectLane(this, half, segments));
    }
  }

  /** Does what was decided. */
  void carryOut(StreamRuling ruling) {
    if (!ruling.isPass()) {
      visit.counters().restrict();
      ruling.effect().accept(new Effects(this, visit.limits().bufferOctets()));
    }
  }

  HalfFlow up() {
    return up;
  }

  HalfFlow down() {
    return down;
  }

  FlowJudge judge() {
    return judge;
  }

  FlowGauge gauge() {
    return trace.gauge();
  }

  Deadline deadline() {
    return deadline;
  }

  /** Whether this tunnel moves nothing any more. */
  boolean isOver() {
    return over;
  }

  /** Octets came in this direction of a flow that is restricted. */
  void restrictedTraffic(Direction direction) {
    if (direction == Direction.FROM_CLIENT) {
      judge.onRestrictedTraffic(deadline.now());
    }
  }

  /**
   * Whether the network has forgotten this flow, because it was idle for so long; to be asked
   * before new octets are moved on.
   */
  boolean isForgotten() {
    forgotten |= deadline.quietNanos() > memoryNanos;
    return forgotten;
  }

  void stillAlive() {
    deadline.touch();
  }

  /** A RST to the client or to the origin, behind what passed; the origin is left in any case. */
  void reset(boolean towardsClient, boolean towardsServer) {
    stop(towardsClient ? "reset" : "silence");
    if (towardsClient) {
      Ending.resetBehind(client);
    } else {
      fallSilent();
      leaveWithClient();
    }
    if (towardsServer) {
      Ending.resetBehind(upstream);
    } else {
      Ending.close(upstream);
    }
  }

  /** However slowly the origin takes what passed, it is left when the client is. */
  private void leaveWithClient() {
    client.closeFuture().addListener(closed -> Ending.now(upstream));
  }

  /** Nothing passes any more, and nobody is told. */
  void silence() {
    stop("silence");
    fallSilent();
    Silence.fallBehind(client, upstream, upstreamSide);
  }

  private void fallSilent() {
    Silence.fall(visit, clientSide, () -> judge.onRestrictedTraffic(deadline.now()));
  }

  /** The client hears this in the origin's name, and then no more. */
  void answer(byte[] octets) {
    stop("answered");
    Ending.close(upstream);
    leaveWithClient();
    Farewell.say(visit, clientSide, octets);
  }

  /**
   * The network's block page takes the place of the origin; where the network has none, or
   * something has reached the origin already, both sides are reset.
   */
  void hijack(boolean tls) {
    Optional<Endpoint> page = visit.surroundings().world().blockPage(tls);
    if (page.isEmpty() || up.hasForwarded()) {
      reset(true, true);
      return;
    }
    EarlyOctets early = new EarlyOctets(client, visit.limits().bufferOctets());
    over = true;
    up.change(new EarlyLane(early));
    down.change(Lane.NONE);
    Ending.now(upstream);
    client.config().setAutoRead(true);
    Approach.detour(visit, clientSide, page.get(), judge, trace, early);
  }

  /** One direction has ended: a FIN follows; when both have, the flow is over. */
  void finished(Channel sink) {
    if (up.isFinished() && down.isFinished()) {
      stop("finished");
      Ending.close(client);
      Ending.close(upstream);
    } else {
      Ending.finish(sink);
    }
  }

  /** One side broke off: so does the other, with a RST. */
  void broken(Channel side) {
    if (!over) {
      stop(side == client ? "the client left" : "the origin broke off");
      Ending.reset(side == client ? upstream : client);
      Ending.now(side);
    }
  }

  /** One side is closed; the time runs for as long as the other is not. */
  void closed() {
    if (!client.isOpen() && !upstream.isOpen()) {
      deadline.cancel();
    }
  }

  private void closeNow() {
    stop("idle");
    Ending.now(client);
    Ending.now(upstream);
  }

  private void stop(String why) {
    trace.ending(why);
    over = true;
    up.change(Lane.NONE);
    down.change(Lane.NONE);
  }
}

package nadzor.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import nadzor.censor.FlowJudge;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;

/**
 * One flow between a client and an origin, both on one event loop, and the ways in which it ends.
 * Not thread-safe.
 */
final class Tunnel {
  private final Channel client;
  private final Channel upstream;
  private final FlowJudge judge;
  private final Deadline deadline;
  private final Surroundings surroundings;
  private final HalfFlow up;
  private final HalfFlow down;
  private final TunnelSide clientSide;
  private final TunnelSide upstreamSide;
  private boolean over;

  Tunnel(
      Channel client,
      Channel upstream,
      FlowJudge judge,
      Deadline deadline,
      Surroundings surroundings) {
    this.client = client;
    this.upstream = upstream;
    this.judge = judge;
    this.deadline = deadline;
    this.surroundings = surroundings;
    ProxyCounters counters = surroundings.counters();
    up = new HalfFlow(client, upstream, this, counters.up());
    down = new HalfFlow(upstream, client, this, counters.down());
    clientSide = new TunnelSide(this, up, down);
    upstreamSide = new TunnelSide(this, down, up);
  }

  /** Takes the client over from its handler and carries out what an earlier trigger left. */
  void begin(ChannelHandler before, StreamRuling left) {
    client.pipeline().replace(before, "tunnel", clientSide);
    upstream.pipeline().addLast("tunnel", upstreamSide);
    deadline.set(surroundings.limits().idle(), this::closeNow);
    if (judge.isInspecting(Direction.FROM_CLIENT)) {
      up.change(new InspectLane(this, up, judge));
    }
    carryOut(left);
  }

  /** Does what was decided. */
  void carryOut(StreamRuling ruling) {
    if (!ruling.isPass()) {
      surroundings.counters().restrict();
      ruling.effect().accept(new Effects(this, client.eventLoop()));
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

  Deadline deadline() {
    return deadline;
  }

  /** Whether this tunnel moves nothing any more. */
  boolean isOver() {
    return over;
  }

  void stillAlive() {
    deadline.touch();
  }

  /** A RST to the client or to the origin; the origin is left in any case. */
  void reset(boolean towardsClient, boolean towardsServer) {
    stop();
    if (towardsClient) {
      Ending.reset(client);
    } else {
      Silence.fall(client, clientSide, deadline, surroundings.limits());
    }
    if (towardsServer) {
      Ending.reset(upstream);
    } else {
      Ending.now(upstream);
    }
  }

  /** Nothing passes any more, and nobody is told. */
  void silence() {
    stop();
    Silence.fall(client, clientSide, deadline, surroundings.limits());
    Silence.fallBehind(client, upstream, upstreamSide);
  }

  /** The client hears this in the origin's name, and then no more. */
  void answer(byte[] octets) {
    stop();
    Ending.now(upstream);
    Farewell.say(client, clientSide, octets, deadline, surroundings.limits());
  }

  /** One direction has ended: a FIN follows; when both have, the flow is over. */
  void finished(Channel sink) {
    if (up.isFinished() && down.isFinished()) {
      stop();
      Ending.close(client);
      Ending.close(upstream);
    } else {
      Ending.finish(sink);
    }
  }

  /** One side broke off: so does the other, with a RST. */
  void broken(Channel side) {
    if (!over) {
      stop();
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
    stop();
    Ending.now(client);
    Ending.now(upstream);
  }

  private void stop() {
    over = true;
    up.change(Lane.NONE);
    down.change(Lane.NONE);
  }
}

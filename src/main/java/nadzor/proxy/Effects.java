package nadzor.proxy;

import io.netty.util.concurrent.EventExecutor;
import nadzor.censor.Pacing;
import nadzor.censor.StreamEffect;
import nadzor.flow.Direction;
import nadzor.proxy.DiscardLane.Countdown;

/** Turns a stream effect into what a tunnel does, at once. */
final class Effects implements StreamEffect.Visitor<Boolean> {
  private final Tunnel tunnel;
  private final EventExecutor loop;

  Effects(Tunnel tunnel, EventExecutor loop) {
    this.tunnel = tunnel;
    this.loop = loop;
  }

  @Override
  public Boolean pass() {
    return false;
  }

  /** A flow that is open already can only be broken. */
  @Override
  public Boolean refuse() {
    tunnel.reset(true, false);
    return true;
  }

  @Override
  public Boolean reset(StreamEffect.Reset effect) {
    tunnel.reset(effect.towardsClient(), effect.towardsServer());
    return true;
  }

  @Override
  public Boolean discard(StreamEffect.Discard effect) {
    if (effect.after() == 0) {
      tunnel.silence();
      return true;
    }
    Countdown countdown = new Countdown(effect.after());
    tunnel.up().change(new DiscardLane(tunnel, tunnel.up(), countdown));
    tunnel.down().change(new DiscardLane(tunnel, tunnel.down(), countdown));
    return true;
  }

  @Override
  public Boolean answer(StreamEffect.Answer effect) {
    tunnel.answer(effect.octets());
    return true;
  }

  @Override
  public Boolean pace(StreamEffect.Pace effect) {
    effect.up().ifPresent(pacing -> pace(tunnel.up(), Direction.FROM_CLIENT, pacing));
    effect.down().ifPresent(pacing -> pace(tunnel.down(), Direction.FROM_SERVER, pacing));
    return true;
  }

  private void pace(HalfFlow half, Direction direction, Pacing pacing) {
    long now = loop.ticker().nanoTime();
    pacing
        .rate()
        .map(rate -> tunnel.judge().bucket(direction, pacing, rate, now))
        .ifPresent(bucket -> half.change(new PaceLane(half, bucket, loop)));
  }
}

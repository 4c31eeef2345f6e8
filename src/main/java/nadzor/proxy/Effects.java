package nadzor.proxy;

import io.netty.util.concurrent.EventExecutor;
import nadzor.censor.Rate;
import nadzor.censor.StreamEffect;
import nadzor.censor.TokenBucket;
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
    pace(tunnel.up(), effect.up());
    pace(tunnel.down(), effect.down());
    return true;
  }

  private void pace(HalfFlow half, Rate rate) {
    long now = loop.ticker().nanoTime();
    half.change(new PaceLane(half, new TokenBucket(rate, now), loop));
  }
}

package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import nadzor.censor.StreamEffect;

/**
 * Waits for the server's first octets, or its end: they are not delivered, but become a RST (as the
 * filters of 2022 rewrote what answered a ClientHello; Censored Planet, "TSPU: Russia's
 * Decentralized Censorship System", 2022).
 */
final class AnswerLane implements Lane {
  private final Tunnel tunnel;
  private final HalfFlow half;
  private final StreamEffect.Reset effect;

  AnswerLane(Tunnel tunnel, HalfFlow half, StreamEffect.Reset effect) {
    this.tunnel = tunnel;
    this.half = half;
    this.effect = effect;
  }

  @Override
  public void accept(ByteBuf octets) {
    if (tunnel.isForgotten()) {
      half.change(new PlainLane(half));
      half.forward(octets);
    } else {
      octets.release();
      end();
    }
  }

  @Override
  public void complete() {}

  @Override
  public void end() {
    tunnel.reset(effect.towardsClient(), effect.towardsServer());
  }

  @Override
  public void writable() {
    half.resume();
  }

  @Override
  public void close() {}
}

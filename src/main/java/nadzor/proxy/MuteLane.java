package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** Lets nothing pass until a time is up. Not even an end: that of the time is the flow's. */
final class MuteLane implements Lane {
  private final Tunnel tunnel;
  private final HalfFlow half;
  private final Countdown countdown;

  MuteLane(Tunnel tunnel, HalfFlow half, Countdown countdown) {
    this.tunnel = tunnel;
    this.half = half;
    this.countdown = countdown;
  }

  @Override
  public void accept(ByteBuf octets) {
    if (tunnel.isForgotten()) {
      half.change(new PlainLane(half));
      half.forward(octets);
    } else {
      tunnel.restrictedTraffic(half.direction());
      octets.release();
    }
  }

  @Override
  public void complete() {}

  @Override
  public void end() {}

  @Override
  public void writable() {
    half.resume();
  }

  @Override
  public void close() {
    countdown.cancel();
  }
}

package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** Lets a counted amount pass, shared with the other direction; then an effect falls. */
final class GraceLane implements Lane {
  private final Tunnel tunnel;
  private final HalfFlow half;
  private final Countdown countdown;
  private final Runnable end;

  /**
   * @param end what to do when it has passed
   */
  GraceLane(Tunnel tunnel, HalfFlow half, Countdown countdown, Runnable end) {
    this.tunnel = tunnel;
    this.half = half;
    this.countdown = countdown;
    this.end = end;
  }

  @Override
  public void accept(ByteBuf octets) {
    if (tunnel.isForgotten() && !countdown.isOver()) {
      half.change(new PlainLane(half));
      half.forward(octets);
      return;
    }
    tunnel.restrictedTraffic(half.direction());
    for (int next = count(octets); next > 0; next = count(octets)) {
      half.forward(octets.readRetainedSlice(next));
    }
    octets.release();
  }

  private int count(ByteBuf octets) {
    return octets.isReadable() ? countdown.take(octets.readableBytes()) : 0;
  }

  @Override
  public void complete() {
    half.flush();
    if (countdown.isOver() && !tunnel.isOver()) {
      end.run();
    }
  }

  @Override
  public void end() {
    half.finish();
  }

  @Override
  public void writable() {
    half.resume();
  }

  @Override
  public void close() {
    countdown.cancel();
  }
}

package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** Lets a counted number of segments pass, shared with the other direction; then silence falls. */
final class DiscardLane implements Lane {
  /** What is left of the count. */
  static final class Countdown {
    private int left;

    Countdown(int left) {
      this.left = left;
    }
  }

  private final Tunnel tunnel;
  private final HalfFlow half;
  private final Countdown countdown;

  DiscardLane(Tunnel tunnel, HalfFlow half, Countdown countdown) {
    this.tunnel = tunnel;
    this.half = half;
    this.countdown = countdown;
  }

  @Override
  public void accept(ByteBuf octets) {
    while (countdown.left > 0 && octets.readableBytes() > InspectLane.SEGMENT) {
      countdown.left--;
      half.forward(octets.readRetainedSlice(InspectLane.SEGMENT));
    }
    if (countdown.left > 0) {
      countdown.left--;
      half.forward(octets);
    } else {
      octets.release();
    }
  }

  @Override
  public void complete() {
    half.flush();
    if (countdown.left == 0 && !tunnel.isOver()) {
      tunnel.silence();
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
  public void close() {}
}

package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** Relays as fast as the sink takes it; nothing is copied. */
final class PlainLane implements Lane {
  private final HalfFlow half;

  PlainLane(HalfFlow half) {
    this.half = half;
  }

  @Override
  public void accept(ByteBuf octets) {
    half.forward(octets);
  }

  @Override
  public void complete() {
    half.flush();
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

package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** Keeps what still comes by on its way through a tunnel that is over, for the next one. */
final class EarlyLane implements Lane {
  private final EarlyOctets early;

  EarlyLane(EarlyOctets early) {
    this.early = early;
  }

  @Override
  public void accept(ByteBuf octets) {
    early.add(octets);
  }

  @Override
  public void complete() {}

  @Override
  public void end() {
    early.end();
  }

  @Override
  public void writable() {}

  @Override
  public void close() {}
}

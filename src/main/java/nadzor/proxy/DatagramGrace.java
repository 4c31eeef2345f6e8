package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/** Lets a counted amount pass, shared with the other direction; the rest vanishes. */
final class DatagramGrace implements DatagramLane {
  private final DatagramLane sink;
  private final DatagramLane lost;
  private final Countdown countdown;

  /**
   * @param sink where those go that pass
   * @param lost where the others go
   */
  DatagramGrace(DatagramLane sink, DatagramLane lost, Countdown countdown) {
    this.sink = sink;
    this.lost = lost;
    this.countdown = countdown;
  }

  @Override
  public void accept(ByteBuf datagram) {
    boolean passes = countdown.takeWhole(datagram.readableBytes());
    (passes ? sink : lost).accept(datagram);
  }

  @Override
  public void close() {
    countdown.cancel();
  }
}

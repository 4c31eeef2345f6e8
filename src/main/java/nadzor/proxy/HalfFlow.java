package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.LongAdder;
import nadzor.censor.FlowGauge;
import nadzor.flow.Direction;

/** One direction of a flow: from its source to its sink, by way of a lane. Not thread-safe. */
final class HalfFlow {
  private final Direction direction;
  private final Channel source;
  private final Channel sink;
  private final Tunnel tunnel;
  private final LongAdder relayed;
  private final FlowGauge gauge;
  private Lane lane;
  private boolean finished;
  private boolean forwarded;

  HalfFlow(Direction direction, Channel source, Channel sink, Tunnel tunnel, LongAdder relayed) {
    this.direction = direction;
    this.source = source;
    this.sink = sink;
    this.tunnel = tunnel;
    this.relayed = relayed;
    gauge = tunnel.gauge();
    lane = new PlainLane(this);
  }

  Direction direction() {
    return direction;
  }

  Lane lane() {
    return lane;
  }

  /** Puts another lane in the place of this one. */
  void change(Lane next) {
    lane.close();
    lane = next;
  }

  /** Whether the sink takes more without piling it up. */
  boolean isSinkReady() {
    return sink.isWritable();
  }

  /** Writes to the sink, and stops reading the source where the sink is slow. */
  void forward(ByteBuf octets) {
    int count = octets.readableBytes();
    forwarded = true;
    relayed.add(count);
    gauge.count(direction, count);
    var unused = sink.write(octets, sink.voidPromise());
    if (!sink.isWritable()) {
      sink.flush();
      if (!sink.isWritable()) {
        pause();
      }
    }
  }

  /** Whether anything went to the sink so far. */
  boolean hasForwarded() {
    return forwarded;
  }

  /** Sends what was written. */
  void flush() {
    sink.flush();
    tunnel.stillAlive();
  }

  void pause() {
    source.config().setAutoRead(false);
  }

  void resume() {
    if (!tunnel.isOver()) {
      source.config().setAutoRead(true);
    }
  }

  /** From now on no read of the source takes more than this at once. */
  void sip(int octets) {
    source.config().setAllocator(new Sips(source.config().getAllocator(), octets));
  }

  /** The end of {@link #sip}. */
  void gulp() {
    if (source.config().getAllocator() instanceof Sips sips) {
      source.config().setAllocator(sips.whole());
    }
  }

  /** A FIN to the sink behind everything written; the second of both ends the flow. */
  void finish() {
    boolean again = finished;
    finished = true;
    if (!again && !tunnel.isOver()) {
      tunnel.finished(sink);
    }
  }

  boolean isFinished() {
    return finished;
  }
}

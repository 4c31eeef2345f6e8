package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import nadzor.censor.FlowJudge;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;

/**
 * Shows the judge what one side sends, cut into segments of at most {@link #SEGMENT} octets, and
 * relays what passes. Where the judge has seen enough, a {@link PlainLane} takes over.
 */
final class InspectLane implements Lane {
  /** The payload of a TCP segment on an Ethernet path: 1,500 octets less two headers of 20. */
  static final int SEGMENT = 1_460;

  private final Tunnel tunnel;
  private final HalfFlow half;
  private final FlowJudge judge;
  private final Direction direction;
  private byte[] scratch = new byte[0];

  InspectLane(Tunnel tunnel, HalfFlow half, FlowJudge judge) {
    this.tunnel = tunnel;
    this.half = half;
    this.judge = judge;
    direction = half.direction();
  }

  @Override
  public void accept(ByteBuf octets) {
    int start = octets.readerIndex();
    int shown = 0;
    while (judge.isInspecting(direction) && shown < octets.readableBytes()) {
      int length = Math.min(SEGMENT, octets.readableBytes() - shown);
      StreamRuling ruling = show(octets, start + shown, length);
      if (!ruling.isPass()) {
        restrict(octets, shown, ruling);
        return;
      }
      shown += length;
    }
    if (!judge.isInspecting(direction)) {
      half.change(new PlainLane(half));
    }
    half.forward(octets);
  }

  private StreamRuling show(ByteBuf octets, int index, int length) {
    long now = tunnel.deadline().now();
    if (octets.hasArray()) {
      int offset = octets.arrayOffset() + index;
      return judge.onSegment(direction, octets.array(), offset, length, now);
    }
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    octets.getBytes(index, scratch, 0, length);
    return judge.onSegment(direction, scratch, 0, length, now);
  }

  /** What passed before the trigger is sent; the trigger and the rest go where the effect says. */
  private void restrict(ByteBuf octets, int passed, StreamRuling ruling) {
    if (passed > 0) {
      half.forward(octets.readRetainedSlice(passed));
    }
    half.flush();
    tunnel.carryOut(ruling);
    half.lane().accept(octets);
    half.lane().complete();
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

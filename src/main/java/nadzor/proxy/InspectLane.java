package nadzor.proxy;

import io.netty.buffer.ByteBuf;

/**
 * Shows the judge what one side sends and relays what passes. Where the judge has seen enough, a
 * {@link PlainLane} takes over.
 */
final class InspectLane implements Lane {
  private final Tunnel tunnel;
  private final HalfFlow half;
  private final Segments segments;

  InspectLane(Tunnel tunnel, HalfFlow half, Segments segments) {
    this.tunnel = tunnel;
    this.half = half;
    this.segments = segments;
  }

  @Override
  public void accept(ByteBuf octets) {
    int passed = segments.pass(octets, tunnel.deadline().now());
    if (passed < octets.readableBytes()) {
      restrict(octets, passed);
      return;
    }
    if (!segments.isWatching()) {
      half.change(new PlainLane(half));
    }
    half.forward(octets);
  }

  /** What passed before the trigger is sent; the trigger and the rest go where the effect says. */
  private void restrict(ByteBuf octets, int passed) {
    if (passed > 0) {
      half.forward(octets.readRetainedSlice(passed));
    }
    half.flush();
    tunnel.carryOut(segments.takeRuling());
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

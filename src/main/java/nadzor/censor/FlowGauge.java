package nadzor.censor;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nadzor.flow.Direction;

/**
 * The counters of one flow. Written by its event loop alone, at the cost of a plain store; read by
 * anybody, who may see figures that are a moment old.
 */
public final class FlowGauge {
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private volatile Optional<PaceGauge> upPace = Optional.empty();
  private volatile Optional<PaceGauge> downPace = Optional.empty();
  private volatile String why = "";

  FlowGauge() {}

  /** Octets relayed in this direction, without those of the proxy's own words. */
  public long octets(Direction direction) {
    return of(direction).getOpaque();
  }

  /** How this direction is slowed down, where it is. */
  public Optional<PaceGauge> pace(Direction direction) {
    return direction == Direction.FROM_CLIENT ? upPace : downPace;
  }

  /** Why the flow is over; empty while it lives. */
  public String closed() {
    return why;
  }

  /** For the flow's event loop: so many octets more passed. */
  public void count(Direction direction, int octets) {
    AtomicLong counter = of(direction);
    counter.setOpaque(counter.getPlain() + octets);
  }

  /** For the flow's event loop: this direction is slowed down from now on. */
  public PaceGauge slow(Direction direction, Pacing pacing, Optional<Bucket> bucket) {
    PaceGauge gauge = new PaceGauge(pacing, bucket);
    if (direction == Direction.FROM_CLIENT) {
      upPace = Optional.of(gauge);
    } else {
      downPace = Optional.of(gauge);
    }
    return gauge;
  }

  void close(String reason) {
    why = reason;
  }

  private AtomicLong of(Direction direction) {
    return direction == Direction.FROM_CLIENT ? up : down;
  }
}

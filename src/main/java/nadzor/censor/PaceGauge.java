package nadzor.censor;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How one direction of one flow is slowed down, and what waits there. Written by the flow's event
 * loop alone; read by anybody, who may see figures that are a moment old.
 */
public final class PaceGauge {
  private final Pacing pacing;
  private final Optional<Bucket> bucket;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  PaceGauge(Pacing pacing, Optional<Bucket> bucket) {
    this.pacing = pacing;
    this.bucket = bucket;
  }

  /** For the flow's event loop: so many octets wait now. */
  public void hold(long octets) {
    held.setOpaque(octets);
  }

  /** For the flow's event loop: so many octets more were dropped. */
  public void drop(int octets) {
    dropped.setOpaque(dropped.getPlain() + octets);
  }

  /**
   * What it looks like.
   *
   * @param nowNanos of the event loops' clock
   */
  public PaceState state(long nowNanos) {
    return new PaceState(
        pacing.rate(),
        pacing.share(),
        pacing.delay(),
        bucket.map(some -> some.tokens(nowNanos)).orElse(0L),
        held.getOpaque(),
        dropped.getOpaque());
  }
}

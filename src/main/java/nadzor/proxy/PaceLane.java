package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import nadzor.censor.PaceGauge;
import nadzor.censor.Pacing;
import nadzor.censor.Pieces;

/**
 * Relays later, no faster than a token bucket allows, or in pieces. What has to wait is held here;
 * the source is not read while more than a limit waits. One timer at most.
 */
final class PaceLane implements Lane {
  private record Held(ByteBuf octets, long dueNanos) {}

  private final Tunnel tunnel;
  private final HalfFlow half;
  private final Optional<Tokens> tokens;
  private final PaceGauge gauge;
  private final EventExecutor loop;
  private final Lateness lateness;
  private final long limitOctets;
  private final int pieceOctets;
  private final long gapNanos;
  private final long finNanos;
  private final Queue<Held> waiting = new ArrayDeque<>(2);
  private Optional<Future<?>> timer = Optional.empty();
  private long free;
  private long heldOctets;
  private long pieceDue;
  private long finDue;
  private boolean ending;
  private boolean closed;

  /**
   * @param gauge shows what waits
   * @param limitOctets what may wait for a delay, in octets
   */
  PaceLane(
      Tunnel tunnel,
      HalfFlow half,
      Pacing pacing,
      Optional<Tokens> tokens,
      PaceGauge gauge,
      int limitOctets) {
    this.tunnel = tunnel;
    this.half = half;
    this.tokens = tokens;
    this.gauge = gauge;
    loop = tunnel.deadline().loop();
    free = pacing.fromOctet();
    lateness = new Lateness(pacing, draws(pacing));
    this.limitOctets = lateness.isNone() ? 1 : limitOctets;
    pieceOctets = pacing.pieces().map(Pieces::octets).orElse(Integer.MAX_VALUE);
    gapNanos = pacing.pieces().map(pieces -> pieces.gap().toNanos()).orElse(0L);
    finNanos = pacing.finDelay().toNanos();
    pieceDue = now();
  }

  private Optional<RandomGenerator> draws(Pacing pacing) {
    return pacing.isDrawn()
        ? Optional.of(tunnel.judge().draws(half.direction()))
        : Optional.empty();
  }

  @Override
  public void accept(ByteBuf octets) {
    if (tunnel.isForgotten() && waiting.isEmpty()) {
      half.change(new PlainLane(half));
      half.forward(octets);
      return;
    }
    tunnel.restrictedTraffic(half.direction());
    if (free > 0) {
      int first = (int) Math.min(free, octets.readableBytes());
      free -= first;
      half.forward(octets.readRetainedSlice(first));
    }
    hold(octets);
    release();
  }

  private void hold(ByteBuf octets) {
    if (octets.isReadable() && !closed) {
      heldOctets += octets.readableBytes();
      waiting.add(new Held(octets, lateness.due(now())));
    } else {
      octets.release();
    }
  }

  @Override
  public void complete() {}

  @Override
  public void end() {
    ending = true;
    finDue = now() + finNanos;
    release();
  }

  @Override
  public void writable() {
    release();
  }

  /** Sends what may pass now and sees to it that the rest follows. */
  private void release() {
    long now = now();
    boolean freely = tunnel.isForgotten();
    boolean more = true;
    while (more && !waiting.isEmpty() && half.isSinkReady()) {
      Held first = waiting.element();
      more = (freely || early(first, now) <= 0) && forward(first, freely, now);
    }
    gauge.hold(heldOctets);
    half.flush();
    if (!closed) {
      goOn(now);
    }
  }

  /** How long until the first buffer, or the next piece of it, is due. */
  private long early(Held first, long now) {
    return Math.max(first.dueNanos - now, pieceDue - now);
  }

  /** Sends as much of the first buffer as may pass now; whether more may. */
  private boolean forward(Held first, boolean freely, long now) {
    int there = first.octets.readableBytes();
    int wanted = freely ? there : Math.min(there, pieceOctets);
    int length = freely || tokens.isEmpty() ? wanted : tokens.get().take(wanted, now);
    heldOctets -= length;
    if (length == there) {
      waiting.remove();
      half.forward(first.octets);
    } else if (length > 0) {
      half.forward(first.octets.readRetainedSlice(length));
    }
    if (pieceOctets < Integer.MAX_VALUE && length > 0) {
      half.flush();
      pieceDue = now + gapNanos;
    }
    return length == wanted && !closed; // a failed write closes this lane
  }

  private void goOn(long now) {
    if (waiting.isEmpty() && ending && (finDue - now <= 0 || tunnel.isForgotten())) {
      half.finish();
    } else if (heldOctets >= limitOctets) {
      half.pause();
    } else if (half.isSinkReady()) {
      half.resume();
    }
    boolean more = !waiting.isEmpty() || (ending && !half.isFinished());
    if (!closed && more) {
      wakeLater(now);
    }
  }

  /** A slow sink wakes this lane itself, by {@link #writable}. */
  private void wakeLater(long now) {
    if (timer.isEmpty() && half.isSinkReady()) {
      timer = Optional.of(loop.schedule(this::wake, waitNanos(now), TimeUnit.NANOSECONDS));
    }
  }

  private long waitNanos(long now) {
    long early = waiting.isEmpty() ? finDue - now : early(waiting.element(), now);
    return waiting.isEmpty() || early > 0 || tokens.isEmpty()
        ? Math.max(1, early)
        : tokens.get().waitNanos(heldOctets, now);
  }

  private void wake() {
    timer = Optional.empty();
    release();
  }

  private long now() {
    return tunnel.deadline().now();
  }

  @Override
  public void close() {
    closed = true;
    half.gulp();
    timer.ifPresent(armed -> armed.cancel(false));
    timer = Optional.empty();
    while (!waiting.isEmpty()) {
      waiting.remove().octets.release();
    }
  }
}

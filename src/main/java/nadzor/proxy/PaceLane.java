package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import nadzor.censor.Bucket;

/**
 * Relays no faster than a token bucket allows. What has to wait is held here, and the source is not
 * read until all of it is gone.
 */
final class PaceLane implements Lane {
  private final HalfFlow half;
  private final Bucket bucket;
  private final EventExecutor loop;
  private final Queue<ByteBuf> waiting = new ArrayDeque<>(4);
  private Optional<Future<?>> timer = Optional.empty();
  private boolean ending;
  private boolean closed;

  PaceLane(HalfFlow half, Bucket bucket, EventExecutor loop) {
    this.half = half;
    this.bucket = bucket;
    this.loop = loop;
  }

  @Override
  public void accept(ByteBuf octets) {
    waiting.add(octets);
    release();
  }

  @Override
  public void complete() {}

  @Override
  public void end() {
    ending = true;
    release();
  }

  @Override
  public void writable() {
    release();
  }

  /** Sends what may pass now and sees to it that the rest follows. */
  private void release() {
    int allowed = 1;
    while (!waiting.isEmpty() && half.isSinkReady() && allowed > 0) {
      allowed = forward(waiting.element());
    }
    half.flush();
    if (!waiting.isEmpty()) {
      half.pause();
      wakeLater();
    } else if (ending) {
      half.finish();
    } else {
      half.resume();
    }
  }

  /** Sends as much of the first buffer as may pass now; how much that was. */
  private int forward(ByteBuf first) {
    long now = loop.ticker().nanoTime();
    int length = first.isReadable() ? bucket.take(first.readableBytes(), now) : 0;
    if (length > 0) {
      half.forward(first.readRetainedSlice(length));
    }
    if (!closed && !first.isReadable()) { // a failed write may have closed this lane
      waiting.remove().release();
    }
    return length;
  }

  /** A slow sink wakes this lane itself, by {@link #writable}. */
  private void wakeLater() {
    if (timer.isEmpty() && half.isSinkReady()) {
      long wait = Math.max(1, bucket.waitNanos(loop.ticker().nanoTime()));
      timer = Optional.of(loop.schedule(this::wake, wait, TimeUnit.NANOSECONDS));
    }
  }

  private void wake() {
    timer = Optional.empty();
    release();
  }

  @Override
  public void close() {
    closed = true;
    timer.ifPresent(armed -> armed.cancel(false));
    timer = Optional.empty();
    while (!waiting.isEmpty()) {
      waiting.remove().release();
    }
  }
}

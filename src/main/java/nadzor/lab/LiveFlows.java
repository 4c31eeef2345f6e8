package nadzor.lab;

import io.netty.util.concurrent.Ticker;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import nadzor.censor.FlowEvent;
import nadzor.censor.FlowLog;

/**
 * The flows of a laboratory as they live, for who looks on. Event loops leave their events in a
 * queue that is bounded and never makes them wait; a reader, or {@link #start}'s own thread, takes
 * them out. Counters and buckets are read at the moment of asking. Thread-safe.
 */
public final class LiveFlows implements FlowLog, AutoCloseable {
  private static final long TAKE_MILLIS = 50;

  private final FlowLimits limits;
  private final LongSupplier clock;
  private final Queue<FlowEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong numbers = new AtomicLong();
  private final FlowBook book;
  private final ScheduledExecutorService taker;
  private long sweptAtLost;

  /** Takes events out when it is asked for something. */
  LiveFlows(FlowLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    book = new FlowBook(limits);
    taker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "live-flows");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to collect: a thread of its own takes events out 20 times a second. */
  public static LiveFlows start(FlowLimits limits) {
    LiveFlows flows = new LiveFlows(limits, Ticker.systemTicker()::nanoTime);
    ScheduledFuture<?> unused =
        flows.taker.scheduleWithFixedDelay(
            flows::take, TAKE_MILLIS, TAKE_MILLIS, TimeUnit.MILLISECONDS);
    return flows;
  }

  @Override
  public boolean isWanted() {
    boolean room = count.get() < limits.waiting();
    if (!room) {
      lost.incrementAndGet();
    }
    return room;
  }

  @Override
  public long nextFlow() {
    return numbers.incrementAndGet();
  }

  @Override
  public void tell(FlowEvent event) {
    count.incrementAndGet();
    waiting.add(event);
  }

  /** The clock of all its times, in nanoseconds; only differences mean anything. */
  public long now() {
    return clock.getAsLong();
  }

  /** All flows, as they are now. */
  public synchronized FlowSnapshot snapshot() {
    take();
    return book.snapshot(now(), lost.get());
  }

  /** One flow as it is now; empty where it is forgotten, or never was. */
  public synchronized Optional<LiveFlow> flow(long id) {
    take();
    return book.flow(id, now());
  }

  /**
   * What changed since.
   *
   * @param after a sequence number: {@link FlowSnapshot#sequence}, {@link FlowChanges#next}, or 0
   *     for all that is kept
   * @param most how many changes at once, above 0
   */
  public synchronized FlowChanges since(long after, int most) {
    take();
    return book.since(after, most);
  }

  private synchronized void take() {
    for (int left = count.get(); left > 0; left--) {
      Optional.ofNullable(waiting.poll()).ifPresent(this::take);
    }
    if (lost.get() != sweptAtLost) {
      sweptAtLost = lost.get();
      book.sweep(now());
    }
  }

  private void take(FlowEvent event) {
    count.decrementAndGet();
    book.take(event);
  }

  /** Takes no more events by itself; what is known can still be read. Idempotent. */
  @Override
  public void close() {
    taker.shutdownNow();
  }
}

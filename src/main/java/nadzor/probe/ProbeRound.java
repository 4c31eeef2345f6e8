package nadzor.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures many cells at once, in an order shuffled by the seed. {@link #close} may be called by
 * any thread, is idempotent, interrupts what runs and lets {@link #run} return what there is.
 */
public final class ProbeRound implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ProbeRound.class);
  private static final long CLOSE_SECONDS = 1;

  private final Function<Cell, Observation> probe;
  private final Pause pause;
  private final long seed;
  private final ScheduledThreadPoolExecutor pool;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * A pool of daemon threads that measures.
   *
   * @param probe such as {@code prober::probe}; called by many threads
   * @param pause how long a site is left alone
   * @param threads visits at once, such as 48
   * @param seed for the order
   */
  public ProbeRound(Function<Cell, Observation> probe, Pause pause, int threads, long seed) {
    this.probe = probe;
    this.pause = pause;
    this.seed = seed;
    pool = new ScheduledThreadPoolExecutor(threads, daemons());
  }

  private static ThreadFactory daemons() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "nadzor-probe-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Measures all cells and waits for them; may be called again. An interrupt of the calling thread
   * closes the round and is kept.
   *
   * @param progress called after every cell, by one thread at a time
   */
  public RoundResult run(List<Cell> cells, Consumer<Progress> progress) {
    RoundTally tally = new RoundTally(cells, progress);
    for (List<ProbeLane.Turn> turns : lanes(cells)) {
      new ProbeLane(turns, tally, probe, pool).goOn(Duration.ZERO);
    }
    try {
      await(CompletableFuture.anyOf(tally.finished(), closed));
      if (closed.isDone()) {
        settle();
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
    }
    return tally.result();
  }

  /** Cells that need a pause share a lane with the others of their network and site. */
  private Collection<List<ProbeLane.Turn>> lanes(List<Cell> cells) {
    Map<Object, List<ProbeLane.Turn>> lanes = new LinkedHashMap<>();
    for (int index : shuffled(cells.size())) {
      Cell cell = cells.get(index);
      ProbeLane.Turn turn = new ProbeLane.Turn(index, pause.after(cell));
      Object key = turn.pauseAfter().isZero() ? index : laneOf(cell);
      lanes.computeIfAbsent(key, none -> new ArrayList<>()).add(turn);
    }
    return lanes.values();
  }

  private List<Integer> shuffled(int count) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static Object laneOf(Cell cell) {
    return List.of(cell.vantage().network(), cell.site().host());
  }

  private static void await(Future<?> either) throws InterruptedException {
    try {
      either.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("neither future ever fails", e);
    }
  }

  private void settle() throws InterruptedException {
    if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
      log.warn("a visit did not end on an interrupt within {} s", CLOSE_SECONDS);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    closed.complete(null);
    try {
      settle();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

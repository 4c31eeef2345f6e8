package nadzor.office.lists;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import nadzor.blocklist.Rule;

/**
 * Takes rules while a list is read, and lays them down in a thread of its own, a batch at a time
 * and a bounded number of batches behind; a list that fits in one batch needs no thread. Used by
 * one thread.
 */
final class RuleLane implements AutoCloseable {
  static final int BATCH = 4_096;
  private static final int BEHIND = 8;

  private final Consumer<Rule> taker;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          new ThreadFactoryBuilder().setNameFormat("rules").setDaemon(true).build());
  private final Queue<Future<?>> behind = new ArrayDeque<>();
  private List<Rule> batch = new ArrayList<>();

  /**
   * @param taker lays them down; it is called by one thread at a time, in order
   */
  RuleLane(Consumer<Rule> taker) {
    this.taker = taker;
  }

  /** What the taker throws of an earlier rule may be thrown here, or by {@link #finish}. */
  void add(Rule rule) {
    batch.add(rule);
    if (batch.size() == BATCH) {
      handOver();
      if (behind.size() > BEHIND) {
        await(behind.remove());
      }
    }
  }

  private void handOver() {
    List<Rule> full = batch;
    batch = new ArrayList<>(BATCH);
    behind.add(thread.submit(() -> full.forEach(taker)));
  }

  /** Returns when all of them are laid down. */
  void finish() {
    while (!behind.isEmpty()) {
      await(behind.remove());
    }
    batch.forEach(taker);
    batch = new ArrayList<>();
  }

  private static void await(Future<?> done) {
    try {
      Futures.getUnchecked(done);
    } catch (UncheckedExecutionException e) {
      Optional.ofNullable(e.getCause()).ifPresent(Throwables::throwIfUnchecked);
      throw e;
    }
  }

  /** What is not laid down by now never will be. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}

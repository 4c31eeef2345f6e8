package nadzor.probe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Cells that are measured one after another, with pauses. One thread at a time. */
final class ProbeLane {
  private final Deque<Integer> waiting;
  private final RoundTally tally;
  private final Function<Cell, Observation> probe;
  private final Pause pause;
  private final ScheduledExecutorService pool;

  /**
   * @param indices which cells of the tally, in order; not empty
   */
  ProbeLane(
      List<Integer> indices,
      RoundTally tally,
      Function<Cell, Observation> probe,
      Pause pause,
      ScheduledExecutorService pool) {
    waiting = new ArrayDeque<>(indices);
    this.tally = tally;
    this.probe = probe;
    this.pause = pause;
    this.pool = pool;
  }

  /** Goes on after a wait; a pool that is shut down ends the lane. */
  void goOn(Duration wait) {
    try {
      var unused = pool.schedule(this::step, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      waiting.clear();
    }
  }

  private void step() {
    int index = waiting.remove();
    Cell cell = tally.cell(index);
    measure(index, cell);
    if (!waiting.isEmpty()) {
      goOn(pause.after(cell));
    }
  }

  private void measure(int index, Cell cell) {
    try {
      tally.measured(index, probe.apply(cell));
    } catch (RuntimeException e) {
      tally.lost(index, e);
    }
  }
}

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
  /** One cell of the tally, and how long its site is left alone afterwards. */
  record Turn(int index, Duration pauseAfter) {}

  private final Deque<Turn> waiting;
  private final RoundTally tally;
  private final Function<Cell, Observation> probe;
  private final ScheduledExecutorService pool;

  /**
   * @param turns in order; not empty
   */
  ProbeLane(
      List<Turn> turns,
      RoundTally tally,
      Function<Cell, Observation> probe,
      ScheduledExecutorService pool) {
    waiting = new ArrayDeque<>(turns);
    this.tally = tally;
    this.probe = probe;
    this.pool = pool;
  }

  /** Goes on after a wait; a pool that is shut down ends the lane. */
  void goOn(Duration wait) {
    try {
      // Nothing is lost with this future: step() settles whatever is thrown.
      var unused = pool.schedule(this::step, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      waiting.clear();
    }
  }

  private void step() {
    Turn turn = waiting.remove();
    measure(turn.index());
    if (!waiting.isEmpty()) {
      goOn(turn.pauseAfter());
    }
  }

  private void measure(int index) {
    try {
      tally.measured(index, probe.apply(tally.cell(index)));
    } catch (RuntimeException | Error e) {
      // An error too costs one cell, and never leaves the round waiting for it.
      tally.lost(index, e);
    }
  }
}

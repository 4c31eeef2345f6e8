package nadzor.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a round has brought so far. Thread-safe. */
final class RoundTally {
  private static final Logger log = LoggerFactory.getLogger(RoundTally.class);

  private final List<Cell> cells;
  private final Consumer<Progress> progress;
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private final Map<Integer, Observation> seen = new TreeMap<>();
  private int settled;

  RoundTally(List<Cell> cells, Consumer<Progress> progress) {
    this.cells = List.copyOf(cells);
    this.progress = progress;
    if (cells.isEmpty()) {
      finished.complete(null);
    }
  }

  Cell cell(int index) {
    return cells.get(index);
  }

  /** Completes when every cell is settled. */
  CompletableFuture<Void> finished() {
    return finished;
  }

  /** A cell is done; one that was interrupted does not count as measured. */
  synchronized void measured(int index, Observation observation) {
    boolean stopped =
        observation
            .death()
            .filter(death -> death.failure().name() == Failure.Name.INTERRUPTED)
            .isPresent();
    if (!stopped) {
      seen.put(index, observation);
      tell(new Progress(settled + 1, cells.size(), observation));
    }
    settle();
  }

  /** A cell brought nothing. */
  synchronized void lost(int index, Throwable why) {
    log.error("{} could not be measured", cells.get(index), why);
    settle();
  }

  private void settle() {
    settled++;
    if (settled == cells.size()) {
      finished.complete(null);
    }
  }

  private void tell(Progress latest) {
    try {
      progress.accept(latest);
    } catch (RuntimeException e) {
      log.warn("showing the progress failed", e);
    }
  }

  synchronized RoundResult result() {
    List<Cell> missing = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!seen.containsKey(i)) {
        missing.add(cells.get(i));
      }
    }
    return new RoundResult(List.copyOf(seen.values()), List.copyOf(missing));
  }
}

package nadzor.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cells that are measured several times in one round, which mixes the turns by its seed. Immutable.
 *
 * @param cells what is measured, once each
 * @param times how often
 */
public record Repetition(List<Cell> cells, int times) {
  /** Gives each turn its vantage: a fresh client address, where the caller has some. */
  @FunctionalInterface
  public interface Turn {
    /** The vantage for this turn of a cell, from 0; the same for the same arguments. */
    Vantage vantage(Cell cell, int turn);
  }

  /** Refuses to measure less than once. */
  public Repetition {
    cells = List.copyOf(cells);
    if (times < 1) {
      throw new IllegalArgumentException("repeat " + times + ": must be at least 1");
    }
  }

  /** All turns of all cells, for {@link ProbeRound#run}: those of one cell stand together. */
  public List<Cell> plan(Turn turn) {
    List<Cell> plan = new ArrayList<>();
    for (Cell cell : cells) {
      for (int i = 0; i < times; i++) {
        plan.add(new Cell(turn.vantage(cell, i), cell.site(), cell.technique()));
      }
    }
    return List.copyOf(plan);
  }

  /** What a whole round brought, by cell; empty where the round was stopped. */
  public Optional<List<List<Observation>>> byCell(RoundResult result) {
    if (result.observations().size() != cells.size() * times) {
      return Optional.empty();
    }
    List<List<Observation>> all = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      all.add(List.copyOf(result.observations().subList(i * times, (i + 1) * times)));
    }
    return Optional.of(List.copyOf(all));
  }
}

package nadzor.story.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nadzor.probe.Cell;
import nadzor.probe.Observation;

/**
 * Visits that are made in one go: those that are due, and one in the control network for all that
 * can be compared with it. Two visits of one client are equal and yet two: they are told apart by
 * identity. Used by one thread.
 */
final class Batch {
  private final List<Cell> cells = new ArrayList<>();
  private final IdentityHashMap<Cell, Tally.Turn> due = new IdentityHashMap<>();
  private final IdentityHashMap<Cell, Object> controls = new IdentityHashMap<>();
  private final Set<Object> controlled = new HashSet<>();

  /**
   * Adds a visit, and its control where there is none yet.
   *
   * @param cellIn the cell in the network of that name
   */
  void add(Tally.Turn turn, Function<String, Cell> cellIn) {
    Cell cell = cellIn.apply(turn.errand().network());
    due.put(cell, turn);
    cells.add(cell);
    if (controlled.add(turn.controlled())) {
      Cell control = cellIn.apply(SurveyPlan.CONTROL);
      controls.put(control, turn.controlled());
      cells.add(control);
    }
  }

  List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** Gives the tally every visit that was made and has its control. */
  void count(List<Observation> observations, Tally tally) {
    Map<Object, Observation> beside = new HashMap<>();
    for (Observation each : observations) {
      Optional.ofNullable(controls.get(each.cell())).ifPresent(key -> beside.put(key, each));
    }
    for (Observation each : observations) {
      Optional.ofNullable(due.get(each.cell())).ifPresent(turn -> count(turn, each, beside, tally));
    }
  }

  private static void count(
      Tally.Turn turn, Observation seen, Map<Object, Observation> beside, Tally tally) {
    Optional.ofNullable(beside.get(turn.controlled()))
        .ifPresent(control -> tally.add(turn, seen, control));
  }
}

package nadzor.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nadzor.probe.Outcome;

/**
 * The cells of a step by group of sites: technique by network. Immutable.
 *
 * @param group the group of sites
 * @param networks the columns
 * @param rows technique to one cell for each network
 */
public record Matrix(String group, List<String> networks, Map<String, List<Cell>> rows) {
  /**
   * What the sites of a group say together.
   *
   * @param text the outcome; where sites disagree, each outcome with its count
   * @param changed whether it is another one than in the step before
   * @param differs whether the scenario expects something else of one of them
   */
  public record Cell(String text, boolean changed, boolean differs) {
    /** Whether nothing was restricted. */
    public boolean isOk() {
      return text.equals(Outcome.OK.text());
    }
  }

  /** The matrices of a step, one for each group, in the order of the cells. */
  public static List<Matrix> of(StepResult step, Optional<StepResult> before) {
    List<String> groups = step.cells().stream().map(cell -> cell.site().role()).distinct().toList();
    return groups.stream().map(group -> of(group, step, before)).toList();
  }

  private static Matrix of(String group, StepResult step, Optional<StepResult> before) {
    List<String> networks = step.cells().stream().map(Measured::network).distinct().toList();
    Map<String, List<Cell>> rows = new LinkedHashMap<>();
    step.cells().stream()
        .map(Measured::technique)
        .distinct()
        .forEach(
            technique ->
                rows.put(
                    technique,
                    networks.stream()
                        .map(network -> cell(group, technique, network, step, before))
                        .toList()));
    return new Matrix(group, networks, rows);
  }

  private static Cell cell(
      String group, String technique, String network, StepResult step, Optional<StepResult> past) {
    List<Measured> cells = pick(step, group, technique, network);
    String text = together(cells);
    boolean changed =
        past.map(before -> together(pick(before, group, technique, network)))
            .filter(earlier -> !earlier.equals(text))
            .isPresent();
    return new Cell(text, changed, cells.stream().anyMatch(Measured::differs));
  }

  private static List<Measured> pick(
      StepResult step, String group, String technique, String network) {
    return step.cells().stream()
        .filter(cell -> cell.site().role().equals(group))
        .filter(cell -> cell.technique().equals(technique))
        .filter(cell -> cell.network().equals(network))
        .toList();
  }

  private static String together(List<Measured> cells) {
    Map<String, Long> counts =
        cells.stream()
            .map(cell -> cell.outcome().text())
            .collect(
                Collectors.groupingBy(text -> text, LinkedHashMap::new, Collectors.counting()));
    if (counts.isEmpty()) {
      return "-";
    }
    if (counts.size() == 1) {
      return counts.keySet().iterator().next();
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((text, count) -> parts.add(text + " " + count + "/" + cells.size()));
    return String.join(", ", parts);
  }

  /** Whether every cell is ok. */
  public boolean isAllOk() {
    return rows.values().stream().flatMap(List::stream).allMatch(Cell::isOk);
  }

  /** Whether any cell is another one than in the step before. */
  public boolean hasChanged() {
    return rows.values().stream().flatMap(List::stream).anyMatch(Cell::changed);
  }
}

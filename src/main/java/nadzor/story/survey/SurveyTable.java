package nadzor.story.survey;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A survey as tables for people: for each target the techniques by network, split where it would be
 * wider than a page.
 */
public record SurveyTable(SurveyResult result) {
  /** Columns of text that a page has. */
  public static final int PAGE = 100;

  private static final String MISSING = "?";
  private static final int GAP = 2;

  /** All tables, and what was not measured. */
  public String text() {
    StringBuilder text = new StringBuilder();
    result.targets().forEach(target -> tables(target, text));
    List<String> untried = untried();
    if (!untried.isEmpty()) {
      text.append("-  not measured: ").append(String.join("; ", untried)).append('\n');
    }
    if (!result.complete()) {
      text.append("?  not reached: this survey is incomplete\n");
    }
    return text.toString();
  }

  private List<String> untried() {
    return result.cells().stream()
        .filter(cell -> cell.shown().equals("-"))
        .map(Surveyed::why)
        .distinct()
        .sorted()
        .toList();
  }

  private void tables(Target target, StringBuilder text) {
    List<String> techniques =
        result.plan().errands().stream()
            .filter(errand -> errand.target().equals(target))
            .map(errand -> errand.technique().name())
            .distinct()
            .toList();
    String title = target.word() + ": " + target.host() + target.path();
    int first = Math.max(title.length(), width(techniques)) + GAP;
    for (List<String> networks : groups(target, techniques, PAGE - first)) {
      text.append(Strings.padEnd(title, first, ' '));
      List<Integer> widths = networks.stream().map(n -> column(target, n, techniques)).toList();
      row(networks, widths, text);
      for (String technique : techniques) {
        text.append(Strings.padEnd("  " + technique, first, ' '));
        row(networks.stream().map(n -> shown(target, n, technique)).toList(), widths, text);
      }
      text.append('\n');
    }
  }

  private static void row(List<String> cells, List<Integer> widths, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(Strings.padEnd(cells.get(i), widths.get(i), ' '));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** The networks, as many side by side as fit. */
  private List<List<String>> groups(Target target, List<String> techniques, int room) {
    List<String> networks =
        result.plan().errands().stream()
            .filter(errand -> errand.target().equals(target))
            .map(Errand::network)
            .distinct()
            .toList();
    List<List<String>> groups = new ArrayList<>();
    List<String> group = new ArrayList<>();
    int used = 0;
    for (String network : networks) {
      int width = column(target, network, techniques);
      if (!group.isEmpty() && used + width - GAP > room) {
        groups.add(List.copyOf(group));
        group.clear();
        used = 0;
      }
      group.add(network);
      used += width;
    }
    groups.add(List.copyOf(group));
    return groups;
  }

  private int column(Target target, String network, List<String> techniques) {
    List<String> cells =
        techniques.stream().map(technique -> shown(target, network, technique)).toList();
    return Math.max(network.length(), cells.stream().mapToInt(String::length).max().orElse(0))
        + GAP;
  }

  private static int width(List<String> techniques) {
    return techniques.stream().mapToInt(name -> name.length() + GAP).max().orElse(0);
  }

  private String shown(Target target, String network, String technique) {
    Optional<Errand> errand =
        result.plan().errands().stream()
            .filter(each -> each.target().equals(target))
            .filter(each -> each.network().equals(network))
            .filter(each -> each.technique().name().equals(technique))
            .findFirst();
    return errand.map(each -> result.of(each).map(Surveyed::shown).orElse(MISSING)).orElse("");
  }

  /** One line for each cell that is not through, with what the censor's own log says of it. */
  public String reasons() {
    return result.cells().stream()
        .filter(cell -> !cell.because().isEmpty())
        .map(
            cell ->
                "%s: %s (%s); %s%n"
                    .formatted(
                        cell.errand().key(),
                        cell.outcome().text(),
                        cell.why(),
                        cell.because().stream()
                            .map(Because::text)
                            .collect(Collectors.joining("; "))))
        .collect(Collectors.joining());
  }
}

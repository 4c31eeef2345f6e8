package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nadzor.story.Measured;
import nadzor.story.StepResult;

/**
 * How many visits of a network came to what.
 *
 * @param total visits
 * @param counts kind of outcome to visits, {@code ok} left out
 */
record Tally(int total, Map<String, Long> counts) {
  static Tally of(StepResult step, String network) {
    List<Measured> cells =
        step.cells().stream().filter(cell -> cell.network().equals(network)).toList();
    Map<String, Long> counts =
        cells.stream()
            .map(cell -> Look.of(cell.outcome().text()).word())
            .filter(word -> !word.equals(Look.OK.word()))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return new Tally(cells.size(), counts);
  }

  Html html() {
    if (total == 0) {
      return tag("span", "quiet").text("not measured");
    }
    if (counts.isEmpty()) {
      return tag("span", "quiet").text("all through");
    }
    List<Html> parts =
        counts.entrySet().stream()
            .map(
                one ->
                    tag("span", "chip " + one.getKey()).text(one.getValue() + " " + one.getKey()))
            .toList();
    return Html.all(Html.listed(parts), tag("span", "quiet").text(" of " + total));
  }
}

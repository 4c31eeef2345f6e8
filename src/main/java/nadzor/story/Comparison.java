package nadzor.story;

import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.registry.Decision;
import nadzor.registry.MoscowTime;
import nadzor.registry.Registry;
import nadzor.registry.Statements;

/** Holds what came out against what the scenario expects. */
record Comparison(Scenario scenario, List<StepResult> results) {
  /** One line for each difference; none where all is as expected. */
  List<String> differences() {
    List<String> lines = new ArrayList<>();
    decisions(lines);
    if (isWhole()) {
      statements(lines);
      lines.addAll(unenforced());
    }
    results.forEach(result -> updates(result, lines));
    results.forEach(result -> outcomes(result, lines));
    return lines;
  }

  private boolean isWhole() {
    return results.stream().map(StepResult::step).toList().equals(scenario.steps())
        && results.stream().allMatch(StepResult::complete);
  }

  private void decisions(List<String> lines) {
    Registry registry = scenario.journal().latest();
    for (Expectations.Derived expected : scenario.expected().decisions()) {
      Optional<Decision> decision = registry.decision(expected.decision());
      String found =
          decision
              .map(
                  d ->
                      MoscowTime.dateOf(d.timetable().takenAt())
                          + " on "
                          + d.because().map(why -> why.violations().size()).orElse(0)
                          + " violations")
              .orElse("never");
      String wanted = expected.taken() + " on " + expected.violations() + " violations";
      if (!found.equals(wanted)) {
        lines.add(
            "%s: decision %s taken %s, expected %s"
                .formatted(expected.at(), expected.decision(), found, wanted));
      }
    }
  }

  private void statements(List<String> lines) {
    Instant end = scenario.steps().get(scenario.steps().size() - 1).at();
    int published = Statements.upTo(scenario.journal(), end).size();
    scenario
        .expected()
        .statements()
        .ifPresent(
            expected -> {
              if (expected != published) {
                lines.add(published + " statements published, expected " + expected);
              }
            });
  }

  /** Either way round; a scenario that names none expects nothing. */
  private List<String> unenforced() {
    Set<Expectations.Unenforced> expected = Set.copyOf(scenario.expected().unenforced());
    if (expected.isEmpty()) {
      return List.of();
    }
    Set<Expectations.Unenforced> found =
        results.stream()
            .flatMap(result -> result.unenforced().stream())
            .map(one -> new Expectations.Unenforced(one.network(), one.decision()))
            .collect(Collectors.toSet());
    return Stream.concat(
            Sets.difference(found, expected).stream().map(one -> "not expected: " + text(one)),
            Sets.difference(expected, found).stream().map(one -> "expected: " + text(one)))
        .sorted()
        .toList();
  }

  private static String text(Expectations.Unenforced one) {
    return one.network() + " cannot carry out " + one.decision();
  }

  private void updates(StepResult result, List<String> lines) {
    scenario.expected().updates().stream()
        .filter(update -> update.step().equals(result.step().name()))
        .map(update -> new UpdateComparison(update, new Foresight(scenario).of(update)))
        .forEach(comparison -> lines.addAll(comparison.differences()));
  }

  private static void outcomes(StepResult result, List<String> lines) {
    result.cells().stream()
        .filter(Measured::differs)
        .forEach(
            cell ->
                lines.add(
                    "step %s, network %s, technique %s, %s: %s (%s), expected %s"
                        .formatted(
                            result.step().name(),
                            cell.network(),
                            cell.technique(),
                            cell.site().host(),
                            cell.outcome().text(),
                            cell.assessment().why(),
                            cell.expected().map(o -> o.text()).orElse("anything"))));
  }
}

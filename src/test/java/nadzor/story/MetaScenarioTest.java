package nadzor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.probe.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scenario file is a test: it is played whole, and must come out as its expect section says.
 */
class MetaScenarioTest {
  private static final Path META = Path.of("config/scenarios/meta-2022.yaml");

  @TempDir Path directory;

  private final List<EventBook.Event> events = new ArrayList<>();

  private StoryResult play(Scenario scenario, boolean restricting) throws IOException {
    Playing played = Playing.of(scenario, directory, restricting);
    events.addAll(played.events());
    return played.result();
  }

  @Test
  void comesOutAsItExpects() throws IOException {
    StoryResult result = play(new ScenarioReader().read(META), true);
    assertEquals(List.of(), result.differences());
    assertTrue(result.complete());
    assertEquals(6, result.steps().size());
    assertEquals(6 * 11 * 6 * 4, result.steps().stream().mapToInt(s -> s.cells().size()).sum());
    everyCellHasAnExpectation(result);
    everyRestrictionNamesItsReason();
  }

  private static void everyCellHasAnExpectation(StoryResult result) {
    assertTrue(
        result.steps().stream()
            .flatMap(step -> step.cells().stream())
            .allMatch(cell -> cell.expected().isPresent()));
  }

  private void everyRestrictionNamesItsReason() {
    List<String> decisions =
        events.stream().map(e -> e.restriction().rule().reason().label()).distinct().toList();
    assertTrue(
        decisions.containsAll(
            List.of("fb-2022-02-25", "fb-2022-03-04", "ig-2022-03-11", "canaries:1")),
        decisions.toString());
    assertTrue(
        events.stream().noneMatch(e -> e.restriction().network().equals("control")),
        "the control network restricts nothing");
  }

  /** Networks that restrict nothing let the canary pass: no result of such a run is given out. */
  @Test
  void aCanaryThatPassesEndsTheRun() {
    Scenario scenario = new ScenarioReader().read(META);
    Scenario first = scenario.withSteps(scenario.steps().subList(0, 1), scenario.expected());
    CanaryFailure failure = assertThrows(CanaryFailure.class, () -> play(first, false));
    assertTrue(
        String.valueOf(failure.getMessage()).contains("restricted.canary.test must be restricted"),
        failure.getMessage());
  }

  /** A wrong expectation is told with its cell: the check can fail. */
  @Test
  void aDifferenceIsTold() throws IOException {
    String text = Files.readString(META).replace("  otherwise: ok", "  otherwise: slow");
    Scenario scenario = new ScenarioReader().parse(META, text);
    Scenario first = scenario.withSteps(scenario.steps().subList(0, 1), scenario.expected());
    StoryResult result = play(first, true);
    assertTrue(result.differences().stream().anyMatch(line -> line.contains("expected slow")));
    assertTrue(
        result.steps().get(0).cells().stream().anyMatch(c -> c.outcome().equals(Outcome.OK)));
  }
}

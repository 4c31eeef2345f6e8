package nadzor.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.registry.MoscowTime;
import nadzor.story.Expectations;
import nadzor.story.Scenario;
import nadzor.story.Step;

/** One step of a scenario: by name, by date, or any instant at all. */
final class StepChoice {
  private StepChoice() {}

  static Scenario of(Scenario scenario, String wanted) {
    Optional<Step> named =
        scenario.steps().stream()
            .filter(step -> step.name().equals(wanted) || isOn(step, wanted))
            .findFirst();
    return named
        .map(step -> scenario.withSteps(List.of(step), scenario.expected().ofSingleSteps()))
        .orElseGet(() -> at(scenario, wanted));
  }

  private static boolean isOn(Step step, String date) {
    return MoscowTime.dateOf(step.at()).toString().equals(date);
  }

  /** Nothing is expected of an instant at which the scenario does not stop. */
  private static Scenario at(Scenario scenario, String wanted) {
    Step step = new Step(wanted, instant(scenario, wanted).instant(), "");
    Expectations none =
        new Expectations(
            List.of(), OptionalInt.empty(), List.of(), List.of(), Optional.empty(), List.of());
    return scenario.withSteps(List.of(step), none);
  }

  private static When instant(Scenario scenario, String wanted) {
    try {
      return When.of(wanted);
    } catch (IllegalArgumentException e) {
      List<String> names = scenario.steps().stream().map(Step::name).toList();
      throw new IllegalArgumentException(
          "--step: " + e.getMessage() + ", or a step: " + String.join(", ", names), e);
    }
  }
}

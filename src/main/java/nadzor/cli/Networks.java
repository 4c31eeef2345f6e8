package nadzor.cli;

import java.util.List;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;

/** The networks that a user named. */
final class Networks {
  private Networks() {}

  /** Those, or all where none is named; throws where one does not exist. */
  static List<NetworkPlan> chosen(Scenario scenario, List<String> names) {
    List<String> known = scenario.networks().stream().map(NetworkPlan::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "--network: found '" + name + "', expected one of " + String.join(", ", known));
      }
    }
    return scenario.networks().stream()
        .filter(plan -> names.isEmpty() || names.contains(plan.name()))
        .toList();
  }
}

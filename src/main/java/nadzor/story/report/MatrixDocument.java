package nadzor.story.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.story.Measured;
import nadzor.story.NetworkPlan;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code matrix.json}: what came out, and nothing that a clock or a rate had a say in. The same
 * seed and the same outcomes give the same octets.
 */
record MatrixDocument(StoryResult result) {
  ObjectNode json() {
    ObjectNode root = Json.simulation();
    root.put("generator", Nadzor.nameAndVersion());
    root.put("scenario", result.scenario().name());
    root.put("seed", result.seed());
    root.put("complete", result.complete());
    ArrayNode steps = root.putArray("steps");
    List<String> networks = result.scenario().networks().stream().map(NetworkPlan::name).toList();
    for (int i = 0; i < result.steps().size(); i++) {
      Optional<StepResult> before =
          i == 0 ? Optional.empty() : Optional.of(result.steps().get(i - 1));
      steps.add(new StepDocument(result.steps().get(i), before, networks).json());
    }
    ArrayNode differences = root.putArray("differences");
    differences().forEach(differences::add);
    return root;
  }

  /** Without the clauses that an assessment adds, which can hold rates. */
  private List<String> differences() {
    Set<String> clauses =
        result.steps().stream()
            .flatMap(step -> step.cells().stream())
            .filter(Measured::differs)
            .map(cell -> " (" + cell.assessment().why() + ")")
            .collect(Collectors.toSet());
    return result.differences().stream().map(line -> without(line, clauses)).toList();
  }

  private static String without(String line, Set<String> clauses) {
    return clauses.stream()
        .filter(line::contains)
        .findFirst()
        .map(clause -> line.replace(clause, ""))
        .orElse(line);
  }
}

package nadzor.story.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Statement;
import nadzor.story.Matrix;
import nadzor.story.Measured;
import nadzor.story.StepResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One step of {@code matrix.json}. */
record StepDocument(StepResult result, Optional<StepResult> before, List<String> networks) {
  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("name", result.step().name());
    node.putObject("at")
        .put("utc", result.step().at().toString())
        .put("moscow", When.iso(result.step().at()));
    node.put("about", result.step().about());
    node.put("complete", result.complete());
    ArrayNode statements = node.putArray("statements");
    result.statements().forEach(one -> statements.add(statement(one)));
    ArrayNode register = node.putArray("register");
    result.register().forEach(one -> register.add(entry(one)));
    versions(node.putObject("versions"));
    unenforced(node.putArray("unenforced"));
    matrices(node.putObject("matrix"));
    return node;
  }

  private static ObjectNode statement(Statement statement) {
    return Json.object()
        .put("kind", Words.of(statement.kind()))
        .put("publishedAt", statement.publishedAt().toString())
        .put("about", statement.about())
        .put("caseId", statement.caseId())
        .put("title", statement.title())
        .put("text", statement.text());
  }

  private static ObjectNode entry(RegisterEntry entry) {
    ObjectNode node = Json.object();
    node.put("id", entry.id());
    node.put("decision", entry.decisionId());
    node.put("case", entry.caseId());
    node.put("platform", entry.platformId());
    node.put("measure", entry.measure().word());
    node.put("entryType", entry.entryType());
    node.put("blockType", entry.blockType().word());
    node.put("includeTime", entry.includeTime().toString());
    node.put("legalBasis", entry.legalBasis());
    cited(node.putObject("cites"), entry);
    ArrayNode resources = node.putArray("resources");
    entry
        .resources()
        .forEach(
            resource ->
                resources
                    .addObject()
                    .put("match", resource.matcher().toString())
                    .put("role", resource.role().word()));
    return node;
  }

  private static void cited(ObjectNode node, RegisterEntry entry) {
    node.put("date", entry.decision().date().toString());
    Json.put(node, "number", entry.decision().number());
    node.put("org", entry.decision().org());
  }

  /** In the order of the scenario: the map itself has none. */
  private void versions(ObjectNode node) {
    networks.stream()
        .filter(result.versions()::containsKey)
        .forEach(network -> node.put(network, result.versions().getOrDefault(network, 0L)));
  }

  private void unenforced(ArrayNode array) {
    result
        .unenforced()
        .forEach(
            one ->
                array
                    .addObject()
                    .put("network", one.network())
                    .put("profile", one.profile())
                    .put("decision", one.decision())
                    .put("measure", one.measure().word()));
  }

  private void matrices(ObjectNode groups) {
    for (Matrix matrix : Matrix.of(result, before)) {
      ObjectNode group = groups.putObject(matrix.group());
      matrix
          .rows()
          .forEach(
              (technique, cells) ->
                  row(group.putObject(technique), matrix, Map.entry(technique, cells)));
    }
  }

  private void row(ObjectNode row, Matrix matrix, Map.Entry<String, List<Matrix.Cell>> cells) {
    for (int i = 0; i < matrix.networks().size(); i++) {
      String network = matrix.networks().get(i);
      Matrix.Cell cell = cells.getValue().get(i);
      ObjectNode node = row.putObject(network);
      node.put("outcome", cell.text());
      node.put("changed", cell.changed());
      node.put("expectedDiffers", cell.differs());
      ObjectNode sites = node.putObject("sites");
      Cells.of(result, matrix.group(), cells.getKey(), network).forEach(one -> site(sites, one));
    }
  }

  private static void site(ObjectNode sites, Measured cell) {
    sites.put(cell.site().host().text(), cell.outcome().text());
  }
}

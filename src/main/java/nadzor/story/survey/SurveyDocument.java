package nadzor.story.survey;

import java.util.Optional;
import java.util.function.Function;
import nadzor.probe.Spread;
import nadzor.probe.Stage;
import nadzor.story.report.Json;
import nadzor.story.report.Nadzor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A survey for programs. {@link #matrix} holds nothing that a clock had a say in: the same seed and
 * the same outcomes give the same octets. {@link #timings} holds the rest.
 */
public record SurveyDocument(SurveyResult result) {
  private static final double THOUSANDTHS = 1000;

  /** Outcome, stage and reasons of every cell. */
  public String matrix() {
    return Json.document(document(SurveyDocument::cell));
  }

  /** Rate, duration and the clause for people of every cell, with medians and spread. */
  public String timings() {
    return Json.document(document(SurveyDocument::timing));
  }

  private ObjectNode document(Function<Surveyed, ObjectNode> shape) {
    ObjectNode root = Json.simulation();
    root.put("generator", Nadzor.nameAndVersion());
    root.put("seed", result.plan().conduct().seed());
    root.put("repeat", result.plan().conduct().repeat());
    root.put("scale", result.plan().conduct().scale());
    root.put("complete", result.complete());
    ArrayNode networks = root.putArray("networks");
    result
        .plan()
        .networks()
        .forEach(
            each ->
                networks
                    .addObject()
                    .put("network", each.name())
                    .put("profile", each.profile().name()));
    ArrayNode cells = root.putArray("cells");
    result.cells().forEach(each -> cells.add(shape.apply(each)));
    return root;
  }

  private static ObjectNode address(Surveyed cell) {
    ObjectNode node = Json.object();
    node.put("network", cell.errand().network());
    node.put("target", cell.errand().target().word());
    node.put("site", cell.errand().target().host().text());
    node.put("path", cell.errand().target().path());
    return node.put("technique", cell.errand().technique().name());
  }

  private static ObjectNode cell(Surveyed cell) {
    ObjectNode node = address(cell);
    node.put("depth", cell.errand().technique().depth().text());
    node.put("outcome", cell.outcome().text());
    Json.put(node, "stage", cell.stage().map(Stage::text));
    ArrayNode because = node.putArray("because");
    cell.because()
        .forEach(
            each ->
                because
                    .addObject()
                    .put("on", each.on())
                    .put("action", each.action())
                    .put("rule", each.rule())
                    .put("reason", each.reason())
                    .put("residual", each.residual()));
    return node;
  }

  private static ObjectNode timing(Surveyed cell) {
    ObjectNode node = address(cell);
    node.put("why", cell.why());
    spread(node, "rate", cell.rate());
    spread(node, "seconds", cell.seconds());
    return node;
  }

  private static void spread(ObjectNode node, String key, Optional<Spread> spread) {
    if (spread.isEmpty()) {
      node.putNull(key);
      return;
    }
    Spread found = spread.get();
    ObjectNode inner = node.putObject(key);
    inner.put("median", rounded(found.median()));
    inner.put("least", rounded(found.least()));
    inner.put("most", rounded(found.most()));
    inner.put("count", found.count());
  }

  private static double rounded(double number) {
    return Math.round(number * THOUSANDTHS) / THOUSANDTHS;
  }
}

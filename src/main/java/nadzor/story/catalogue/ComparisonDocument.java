package nadzor.story.catalogue;

import java.util.Optional;
import nadzor.story.report.Json;
import nadzor.story.report.Nadzor;
import nadzor.story.survey.Because;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison for programs; nothing in it depends on a clock. */
public record ComparisonDocument(Comparison comparison) {
  /** The document. */
  public String json() {
    ObjectNode root = Json.simulation();
    root.put("generator", Nadzor.nameAndVersion());
    ObjectNode counts = root.putObject("counts");
    comparison.counts().forEach((standing, count) -> counts.put(word(standing), count));
    ArrayNode cells = root.putArray("cells");
    comparison.verdicts().forEach(each -> cells.add(cell(each)));
    return Json.document(root);
  }

  private static String word(Comparison.Standing standing) {
    return standing.words().replace(' ', '-');
  }

  private static ObjectNode cell(Comparison.Verdict each) {
    CatalogueCell cell = each.cell();
    ObjectNode node = Json.object();
    node.put("network", cell.network());
    node.put("technique", cell.technique());
    node.put("target", cell.target());
    node.put("expected", cell.expected().text());
    node.put("source", cell.source());
    node.put("tag", cell.tag().name());
    node.put("standing", word(each.standing()));
    Json.put(node, "found", each.found().map(found -> found.outcome().text()));
    Json.put(node, "limit", each.limit());
    Json.put(
        node,
        "not-representable",
        cell.practice() instanceof CatalogueCell.NotHere no
            ? Optional.of(no.why())
            : Optional.empty());
    ArrayNode because = node.putArray("because");
    each.found().stream()
        .flatMap(found -> found.because().stream())
        .map(Because::text)
        .forEach(because::add);
    return node;
  }
}

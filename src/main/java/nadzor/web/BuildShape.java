package nadzor.web;

import nadzor.blocklist.Objection;
import nadzor.exchange.Conversion;
import nadzor.flow.EnumWords;
import nadzor.office.lists.ListBuilt;
import nadzor.office.lists.Taken;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of a build, as JSON. */
final class BuildShape {
  private BuildShape() {}

  static ObjectNode of(Taken taken, ListBuilt built, VersionShape shape) {
    ObjectNode node = Json.object();
    node.put("outcome", EnumWords.of(built.outcome()));
    built.version().ifPresent(version -> node.set("version", shape.of(version)));
    node.put("rules", taken.list().size());
    node.set("kinds", VersionShape.kinds(taken.list().counts()));
    node.put("items", taken.items().items());
    node.put("refusedValues", taken.refused());
    node.put("unordered", taken.unordered());
    node.set("remarks", remarks(taken.items()));
    node.set("refusals", Json.texts(taken.refusals()));
    node.set("objections", Json.all(built.objections(), BuildShape::objection));
    node.set("counts", ListShape.counts(built.diff().counts()));
    node.set("renamings", ListShape.renamings(built.diff()));
    node.set("changes", Json.all(built.diff().changes(), ListShape::change));
    return node;
  }

  /** How many remarks there were of each kind and rule. */
  static ArrayNode remarks(Conversion conversion) {
    return Json.all(
        conversion.remarks().entrySet(),
        one -> Json.object().put("what", one.getKey()).put("count", one.getValue()));
  }

  private static ObjectNode objection(Objection objection) {
    return Json.object()
        .put("concern", EnumWords.of(objection.concern()))
        .put("why", objection.why())
        .put("before", objection.before())
        .put("after", objection.after())
        .put("share", objection.share())
        .put("allowed", objection.allowed());
  }
}

package nadzor.cli.list;

import nadzor.blocklist.ChangeCounts;
import nadzor.blocklist.Objection;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.blocklist.RuleChange;
import nadzor.blocklist.lint.Finding;
import nadzor.flow.EnumWords;
import nadzor.store.lists.ListHistory;
import nadzor.store.lists.ListVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Versions, changes and findings as JSON. */
final class Shapes {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Shapes() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String text(JsonNode node) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  static ObjectNode version(ListVersion version, ListHistory history) {
    ObjectNode node = object();
    node.put("number", version.number());
    node.put("hash", version.hash());
    version.parent().ifPresent(parent -> node.put("parent", parent));
    node.put("at", version.at().toString());
    node.put("by", version.by());
    node.put("note", version.making().note());
    node.put("rules", version.rules());
    node.set("changes", counts(version.changes()));
    node.put("kept", version.isDelta() ? "delta" : "whole");
    node.put("inForce", history.inForce().filter(n -> n == version.number()).isPresent());
    ArrayNode sources = node.putArray("sources");
    version
        .making()
        .sources()
        .forEach(one -> sources.addObject().put("file", one.file()).put("sha256", one.sha256()));
    return node;
  }

  static ObjectNode counts(ChangeCounts counts) {
    return object()
        .put("added", counts.added())
        .put("removed", counts.removed())
        .put("reasons", counts.reasons());
  }

  static ObjectNode objection(Objection objection) {
    return object()
        .put("concern", EnumWords.of(objection.concern()))
        .put("why", objection.why())
        .put("before", objection.before())
        .put("after", objection.after())
        .put("share", objection.share())
        .put("allowed", objection.allowed());
  }

  static ObjectNode change(RuleChange change) {
    ObjectNode node = object();
    node.put("what", EnumWords.of(change.what()));
    node.put("measure", change.word());
    node.put("matcher", change.matcher().toString());
    ArrayNode before = node.putArray("before");
    change.before().forEach(reason -> before.add(reason.label()));
    ArrayNode after = node.putArray("after");
    change.after().forEach(reason -> after.add(reason.label()));
    return node;
  }

  static ObjectNode finding(Finding finding) {
    ObjectNode node = object();
    Rule rule = finding.rule();
    node.put("check", finding.check());
    node.put("severity", EnumWords.of(finding.severity()));
    node.put("matcher", rule.matcher().toString());
    node.put("measure", rule.word());
    if (rule.reason() instanceof Reason.OfList list) {
      node.put("file", list.file());
      node.put("line", list.line());
    } else {
      node.put("reason", rule.reason().label());
    }
    node.put("why", finding.why());
    node.put("hits", finding.hits());
    node.put("fix", finding.fix());
    return node;
  }
}

package nadzor.web;

import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Statement;
import tools.jackson.databind.node.ObjectNode;

/** What is public as JSON. */
final class RegisterShape {
  private RegisterShape() {}

  static ObjectNode entry(RegisterEntry entry) {
    ObjectNode node = Json.object();
    node.put("id", entry.id());
    node.put("includeTime", entry.includeTime().toString());
    node.put("entryType", entry.entryType());
    node.put("blockType", entry.blockType().word());
    node.put("org", entry.decision().org());
    node.put("date", entry.decision().date().toString());
    Json.put(node, "number", entry.decision().number());
    node.put("legalBasis", entry.legalBasis());
    node.put("decision", entry.decisionId());
    node.put("case", entry.caseId());
    node.put("platform", entry.platformId());
    node.put("measure", entry.measure().word());
    node.set("resources", Json.all(entry.resources(), PlatformShape::resource));
    return node;
  }

  static ObjectNode statement(Statement statement, String lang) {
    ObjectNode node = Json.object();
    node.put("kind", RecordShape.word(statement.kind()));
    node.put("publishedAt", statement.publishedAt().toString());
    node.put("about", statement.about());
    node.put("case", statement.caseId());
    node.put("title", statement.title());
    node.put("text", statement.text());
    node.put("lang", lang);
    return node;
  }

  static ObjectNode rule(Rule rule) {
    ObjectNode node = Json.object();
    node.put("match", rule.matcher().toString());
    node.put("measure", rule.measure().word());
    node.put("label", rule.reason().label());
    decision(node, rule);
    if (rule.reason() instanceof Reason.OfDecision of) {
      node.put("authority", of.authority());
    }
    return node;
  }

  /** Decision and case behind a rule, where there are any. */
  static void decision(ObjectNode node, Rule rule) {
    if (rule.reason() instanceof Reason.OfDecision of) {
      node.put("decision", of.decision());
      node.put("case", of.caseFile());
    }
  }
}

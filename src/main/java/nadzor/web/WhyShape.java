package nadzor.web;

import java.util.List;
import nadzor.blocklist.Rule;
import nadzor.office.Foretold;
import nadzor.registry.Decision;
import nadzor.registry.Violation;
import nadzor.registry.Why;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What networks would do, and why, as JSON. */
final class WhyShape {
  private static final int VIOLATIONS = 100;

  private WhyShape() {}

  static ObjectNode of(Foretold foretold) {
    ObjectNode node = Json.object();
    node.put("simulation", true);
    node.put("query", foretold.query());
    node.put("kind", RecordShape.word(foretold.kind()));
    node.put("at", foretold.at().toString());
    node.put("known", foretold.known().toString());
    node.set("networks", Json.all(foretold.networks(), WhyShape::network));
    node.set("decisions", Json.all(foretold.holdings(), WhyShape::holding));
    return node;
  }

  private static ObjectNode network(Foretold.InNetwork one) {
    ObjectNode node = Json.object();
    node.put("network", one.network().name());
    node.put("profile", one.network().profile().name());
    node.put("control", one.network().control());
    node.put("version", one.version().number());
    node.put("restricted", one.isRestricted());
    node.put("habit", one.hasHabit());
    node.set("sightings", Json.all(one.seen(), WhyShape::seen));
    return node;
  }

  private static ObjectNode seen(Foretold.Seen seen) {
    ObjectNode node = Json.object();
    node.put("on", seen.kind().word());
    node.put("to", seen.to());
    node.put("action", seen.foresight().map(hit -> hit.line().action().name()).orElse("pass"));
    ArrayNode heldBy = node.putArray("heldBy");
    seen.foresight()
        .ifPresent(
            hit -> {
              hit.match().rules().forEach(rule -> heldBy.add(rule.reason().label()));
              Rule rule = hit.rule();
              node.put("rule", rule.toString());
              node.put("measure", rule.measure().word());
              RegisterShape.decision(node, rule);
              node.put("habit", hit.isHabit());
            });
    return node;
  }

  private static ObjectNode holding(Why.Holding holding) {
    Decision decision = holding.decision();
    List<Violation> violations = holding.violations();
    ObjectNode node = Json.object();
    node.put("decision", decision.id());
    node.put("case", holding.caseFile().id());
    node.put("authority", decision.authority());
    node.put("measure", decision.order().measure().word());
    node.set("law", DecisionShape.laws(decision.grounds()));
    node.put("inForceFrom", decision.timetable().inForceFrom().toString());
    node.set(
        "resources",
        Json.texts(holding.resources().stream().map(one -> one.matcher().toString()).toList()));
    node.set(
        "violations",
        Json.all(
            violations.subList(0, Math.min(VIOLATIONS, violations.size())), RecordShape::brief));
    node.put("violationCount", violations.size());
    decision.because().ifPresent(because -> node.put("policyRule", because.ruleId()));
    return node;
  }
}

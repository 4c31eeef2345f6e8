package nadzor.story;

import nadzor.registry.Decision;
import nadzor.registry.Violation;
import nadzor.registry.Why;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts as JSON. */
record VerdictJson(Verdicts verdicts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("simulation", true);
    root.put("host", verdicts.host().text());
    root.put("at", verdicts.at().toString());
    ArrayNode networks = root.putArray("networks");
    verdicts.verdicts().forEach(verdict -> network(networks.addObject(), verdict));
    ArrayNode decisions = root.putArray("decisions");
    VerdictText.holdings(verdicts).forEach(holding -> decision(decisions.addObject(), holding));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void network(ObjectNode node, Verdicts.Verdict verdict) {
    node.put("network", verdict.network().name());
    node.put("profile", verdict.network().profile().name());
    node.put("verdict", verdict.isRestricted() ? "restricted" : "not restricted");
    ArrayNode sightings = node.putArray("sightings");
    for (Verdicts.Seen seen : verdict.seen()) {
      ObjectNode sighting = sightings.addObject();
      sighting.put("on", seen.kind().word());
      sighting.put(
          "action", seen.foresight().map(hit -> hit.line().action().name()).orElse("pass"));
      seen.foresight()
          .ifPresent(
              hit -> {
                sighting.put("rule", hit.rule().toString());
                sighting.put("decision", hit.rule().reason().label());
                ArrayNode all = sighting.putArray("held-by");
                hit.match().rules().forEach(rule -> all.add(rule.reason().label()));
              });
    }
  }

  private static void decision(ObjectNode node, Why.Holding holding) {
    Decision decision = holding.decision();
    node.put("decision", decision.id());
    node.put("case", holding.caseFile().id());
    node.put("authority", decision.authority());
    node.put("measure", decision.order().measure().word());
    node.put("law-announced", decision.grounds().announcedLaw());
    node.put("law-in-register", decision.grounds().registerLaw());
    node.put("in-force-from", decision.timetable().inForceFrom().toString());
    decision.because().ifPresent(why -> node.put("policy-rule", why.ruleId()));
    ArrayNode violations = node.putArray("violations");
    for (Violation violation : holding.violations()) {
      ObjectNode one = violations.addObject();
      one.put("violation", violation.id());
      one.put("date", violation.date().toString());
      one.put("description", violation.description());
      one.put("source", violation.source());
      one.put("reconstructed", violation.reconstructed());
    }
  }
}

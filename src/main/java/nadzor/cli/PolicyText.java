package nadzor.cli;

import java.util.ArrayList;
import java.util.List;
import nadzor.registry.Decision;
import nadzor.registry.Derivation;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.PolicyReport;
import nadzor.registry.Proposed;
import nadzor.registry.Recorded;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A policy's report, for people or for programs. */
record PolicyText(PolicyReport report) {
  /** Whether a policy made it, or somebody answered to what one made. */
  static boolean isMade(Entry entry) {
    return entry instanceof Proposed
        || entry instanceof Dismissal
        || (entry instanceof Decision decision && decision.because().isPresent());
  }

  String text() {
    List<String> lines = new ArrayList<>();
    for (PolicyReport.Fired one : report.fired()) {
      lines.add(
          "%s  %s  on %s: %s %s %s"
              .formatted(
                  one.due().at(),
                  one.due().rule().id(),
                  one.due().subject().id(),
                  isProposal(one) ? "proposes" : "decides",
                  one.due().proposal().order().measure().word(),
                  one.due().proposal().decisionId()));
      one.records().forEach(record -> lines.add("    on " + line(record)));
    }
    for (Derivation.Waiting one : report.waiting()) {
      lines.add("waits  %s  on %s:".formatted(one.rule().id(), one.subject().id()));
      unmet(one).forEach(what -> lines.add("    " + what));
    }
    if (lines.isEmpty()) {
      lines.add("There is no rule, or nothing that one is about.");
    }
    return String.join("\n", lines).replaceAll("[\\p{Cntrl}&&[^\n]]", "\ufffd");
  }

  private static boolean isProposal(PolicyReport.Fired one) {
    return one.due().entry() instanceof Proposed;
  }

  private static String line(Recorded<?> record) {
    return "no. " + record.number() + "  " + record.at() + "  " + record.entry().title();
  }

  private static List<String> unmet(Derivation.Waiting one) {
    return one.unmet().isEmpty()
        ? List.of("its conditions hold, but not together and for long enough")
        : one.unmet();
  }

  String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode fired = node.putArray("fired");
    report.fired().forEach(one -> fired.add(json(one)));
    ArrayNode waiting = node.putArray("waiting");
    for (Derivation.Waiting one : report.waiting()) {
      ObjectNode told =
          waiting.addObject().put("rule", one.rule().id()).put("on", one.subject().id());
      unmet(one).forEach(told.putArray("waitsFor")::add);
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  private static ObjectNode json(PolicyReport.Fired one) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.put("rule", one.due().rule().id())
        .put("on", one.due().subject().id())
        .put("at", one.due().at().toString())
        .put("mode", isProposal(one) ? "propose" : "decide")
        .put("decision", one.due().proposal().decisionId())
        .put("case", one.due().proposal().caseId())
        .put("measure", one.due().proposal().order().measure().word());
    ArrayNode records = told.putArray("records");
    for (Recorded<?> record : one.records()) {
      records
          .addObject()
          .put("number", record.number())
          .put("at", record.at().toString())
          .put("kind", record.entry().kind().word())
          .put("about", record.entry().about());
    }
    return told;
  }
}

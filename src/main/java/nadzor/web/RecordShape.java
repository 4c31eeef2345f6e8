package nadzor.web;

import java.util.Locale;
import java.util.Optional;
import nadzor.office.Archive;
import nadzor.office.View;
import nadzor.registry.Answer;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.EntryKind;
import nadzor.registry.Recorded;
import nadzor.registry.Violation;
import tools.jackson.databind.node.ObjectNode;

/** Violations, demands and records as JSON. */
record RecordShape(View view, Archive archive) {
  ObjectNode violation(Violation violation) {
    ObjectNode node = Json.object();
    node.put("id", violation.id());
    node.put("platform", violation.platformId());
    node.put("at", violation.at().toString());
    node.put("date", violation.date().toString());
    node.put("kind", violation.breach());
    node.put("basis", violation.legalBasis());
    node.put("description", violation.description());
    node.put("source", violation.source());
    node.put("reconstructed", violation.reconstructed());
    recorded(node, archive.record(EntryKind.VIOLATION, violation.id()));
    view.registry()
        .retraction(violation.id())
        .ifPresent(
            retraction ->
                node.putObject("retracted")
                    .put("at", retraction.retractedAt().toString())
                    .put("why", retraction.why()));
    return node;
  }

  static ObjectNode brief(Violation violation) {
    ObjectNode node = Json.object();
    node.put("id", violation.id());
    node.put("date", violation.date().toString());
    node.put("description", violation.description());
    node.put("source", violation.source());
    node.put("reconstructed", violation.reconstructed());
    return node;
  }

  ObjectNode demand(Demand demand) {
    ObjectNode node = Json.object();
    node.put("id", demand.id());
    node.put("case", demand.caseId());
    node.put("by", demand.by());
    node.put("what", demand.what());
    node.put("madeAt", demand.madeAt().toString());
    Json.put(node, "until", demand.until());
    node.put("state", word(state(demand)));
    node.set("answers", Json.all(view.registry().answers(demand.id()), RecordShape::answer));
    recorded(node, archive.record(EntryKind.DEMAND, demand.id()));
    return node;
  }

  DemandState state(Demand demand) {
    return view.registry().stateOf(demand, view.at()).orElse(DemandState.OPEN);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode answer(Answer answer) {
    ObjectNode node = Json.object();
    node.put("outcome", word(answer.outcome()));
    node.put("at", answer.answeredAt().toString());
    node.put("text", answer.text());
    return node;
  }

  static void recorded(ObjectNode node, Optional<Recorded<?>> recorded) {
    recorded.ifPresent(
        one -> {
          node.put("number", one.number());
          node.put("recordedAt", one.at().toString());
          node.put("recordedBy", one.by());
        });
  }

  static ObjectNode entry(Recorded<?> recorded) {
    ObjectNode node = Json.object();
    node.put("number", recorded.number());
    node.put("at", recorded.at().toString());
    node.put("by", recorded.by());
    node.put("kind", recorded.entry().kind().word());
    node.put("about", recorded.entry().about());
    node.put("title", recorded.entry().title());
    node.put("happenedAt", recorded.entry().happenedAt().toString());
    return node;
  }
}

package nadzor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadzor.office.SurveyJob;
import nadzor.probe.NetEvent;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.story.Vote;
import nadzor.story.survey.Because;
import nadzor.story.survey.Errand;
import nadzor.story.survey.SurveyResult;
import nadzor.story.survey.Surveyed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Surveys as JSON. */
final class SurveyShape {
  private static final double MILLI = 1e6;

  private SurveyShape() {}

  static ObjectNode job(SurveyJob job) {
    ObjectNode node = Json.object();
    SurveyJob.Progress progress = job.progress();
    node.put("id", job.id());
    node.put("state", RecordShape.word(progress.state()));
    node.put("at", job.at().toString());
    node.put("wall", job.started().toString());
    node.set("sites", Json.texts(job.sites()));
    node.set(
        "techniques", Json.texts(job.choice().techniques().stream().map(Technique::name).toList()));
    node.set("networks", Json.texts(job.networks()));
    node.put("done", progress.done());
    node.put("total", progress.total());
    if (!progress.failure().isEmpty()) {
      node.put("failure", progress.failure());
    }
    Json.put(node, "endedWall", progress.ended());
    job.result().ifPresent(result -> node.set("outcomes", outcomes(result)));
    return node;
  }

  private static ObjectNode outcomes(SurveyResult result) {
    Map<String, Integer> counts = new TreeMap<>();
    result.cells().forEach(cell -> counts.merge(word(cell.outcome()), 1, Integer::sum));
    ObjectNode node = Json.object();
    counts.forEach(node::put);
    return node;
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Blocked) {
      return "blocked";
    }
    return outcome instanceof Outcome.NotMeasured ? "not measured" : outcome.text();
  }

  static ObjectNode matrix(SurveyJob job) {
    ObjectNode node = Json.object();
    node.set("measurement", job(job));
    node.set("networks", Json.texts(job.networks()));
    ArrayNode rows = node.putArray("rows");
    job.result().ifPresent(result -> rows(result, rows));
    return node;
  }

  private static void rows(SurveyResult result, ArrayNode rows) {
    Map<List<String>, ObjectNode> known = new java.util.LinkedHashMap<>();
    for (int i = 0; i < result.cells().size(); i++) {
      Surveyed cell = result.cells().get(i);
      Errand errand = cell.errand();
      List<String> key = List.of(errand.target().host().text(), errand.technique().name());
      ObjectNode row = known.computeIfAbsent(key, none -> row(errand, rows.addObject()));
      ((ArrayNode) row.path("cells")).add(cell(cell, i));
    }
  }

  private static ObjectNode row(Errand errand, ObjectNode row) {
    row.put("site", errand.target().host().text());
    row.put("role", errand.target().word());
    row.put("technique", errand.technique().name());
    row.putArray("cells");
    return row;
  }

  private static ObjectNode cell(Surveyed cell, int number) {
    ObjectNode node = Json.object();
    node.put("id", String.valueOf(number));
    node.put("network", cell.errand().network());
    outcome(node, cell);
    return node;
  }

  private static void outcome(ObjectNode node, Surveyed cell) {
    node.put("outcome", word(cell.outcome()));
    node.put("why", cell.why());
    cell.stage().ifPresent(stage -> node.put("stage", stage.text()));
    node.put("text", cell.outcome().text());
  }

  /** The cell of that number, where it was measured. */
  static Optional<ObjectNode> cell(SurveyJob job, String number) {
    return job.result()
        .filter(result -> number.matches("[0-9]{1,6}"))
        .filter(result -> Integer.parseInt(number) < result.cells().size())
        .map(result -> whole(result.cells().get(Integer.parseInt(number)), number));
  }

  private static ObjectNode whole(Surveyed cell, String number) {
    ObjectNode node = Json.object();
    node.put("id", number);
    node.put("site", cell.errand().target().host().text());
    node.put("network", cell.errand().network());
    node.put("technique", cell.errand().technique().name());
    outcome(node, cell);
    List<Vote> turns = cell.turns();
    node.set("seen", Json.all(turns, vote -> observation(vote.seen())));
    node.set("control", Json.all(turns, vote -> observation(vote.control())));
    node.set("events", Json.all(cell.because(), SurveyShape::because));
    return node;
  }

  private static ObjectNode because(Because because) {
    ObjectNode node = Json.object();
    node.put("on", because.on());
    node.put("action", because.action());
    node.put("rule", because.rule());
    node.put("reason", because.reason());
    node.put("residual", because.residual());
    node.put("text", because.text());
    return node;
  }

  private static ObjectNode observation(Observation seen) {
    ObjectNode node = Json.object();
    List<String> clauses = new ArrayList<>();
    node.set("events", Json.all(seen.events(), SurveyShape::event));
    seen.death().ifPresent(death -> clauses.add(death.toString()));
    seen.missing().ifPresent(missing -> clauses.add(missing.complaint()));
    seen.answer()
        .ifPresent(
            answer -> {
              node.put("status", answer.status());
              clauses.add("HTTP " + answer.status());
            });
    node.put("summary", clauses.isEmpty() ? "through" : String.join("; ", clauses));
    seen.death().ifPresent(death -> node.put("failure", death.failure().text()));
    node.put("octets", seen.bytesReceived());
    node.put("millis", seen.runtime().toNanos() / MILLI);
    return node;
  }

  private static ObjectNode event(NetEvent event) {
    ObjectNode node = Json.object();
    node.put("atMillis", event.span().t0().toNanos() / MILLI);
    String failed = event.failure().map(failure -> ": " + failure.text()).orElse("");
    String octets = event.bytes() > 0 ? " " + event.bytes() + " octets" : "";
    node.put(
        "what",
        event.operation().text() + " " + event.proto() + " " + event.address() + octets + failed);
    return node;
  }

  static ObjectNode technique(Technique technique) {
    ObjectNode node = Json.object();
    node.put("name", technique.name());
    node.put("about", technique.about());
    node.put("everyday", Techniques.everyday().contains(technique));
    return node;
  }
}

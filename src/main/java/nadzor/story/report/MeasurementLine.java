package nadzor.story.report;

import java.util.Optional;
import nadzor.probe.Cell;
import nadzor.probe.Death;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Stage;
import nadzor.story.Measured;
import nadzor.story.Step;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of {@code measurements.jsonl}: one cell. Times are seconds from the visit's start, rates
 * bytes a second, failures OONI's names (ooni/spec df-007).
 */
record MeasurementLine(String scenario, Step step, Measured cell) {
  ObjectNode json() {
    ObjectNode line = Json.simulation();
    line.put("scenario", scenario);
    line.put("step", step.name());
    line.put("at", step.at().toString());
    target(line);
    verdict(line);
    steps(line);
    totals(line, cell.seen());
    line.put("reads", cell.seen().reads());
    line.set("control", control());
    return line;
  }

  private void target(ObjectNode line) {
    Cell visited = cell.seen().cell();
    line.put("network", cell.network());
    line.put("technique", cell.technique());
    line.put("site", cell.site().host().text());
    line.put("url", visited.site().url(visited.technique().approach().scheme()));
    line.put("group", cell.site().role());
  }

  private void verdict(ObjectNode line) {
    line.put("outcome", cell.outcome().text());
    Json.put(line, "stage", stage(cell.outcome()).map(Stage::text));
    line.put("why", cell.assessment().why());
    Json.put(line, "expected", cell.expected().map(Outcome::text));
    death(line, cell.seen());
  }

  private static Optional<Stage> stage(Outcome outcome) {
    return outcome instanceof Outcome.Blocked blocked
        ? Optional.of(blocked.stage())
        : Optional.empty();
  }

  private static void death(ObjectNode line, Observation seen) {
    Json.put(line, "failure", seen.death().map(death -> death.failure().text()));
    Json.put(line, "failedAt", seen.death().map(Death::stage).map(Stage::text));
  }

  private void steps(ObjectNode line) {
    Observation seen = cell.seen();
    line.set("dns", VisitSteps.dns(seen.dns()));
    seen.connect().ifPresent(step -> line.set("tcp", VisitSteps.tcp(step)));
    seen.tls().ifPresent(step -> line.set("tls", VisitSteps.tls(step, seen.cell().technique())));
    seen.http().ifPresent(step -> line.set("http", VisitSteps.http(step)));
  }

  private static void totals(ObjectNode line, Observation seen) {
    Json.put(line, "t", seen.runtime());
    line.put("bytes", seen.bytesReceived());
    Json.put(line, "rate", seen.rate());
  }

  private ObjectNode control() {
    ObjectNode control = Json.object();
    death(control, cell.control());
    totals(control, cell.control());
    return control;
  }
}

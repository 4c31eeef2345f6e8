package nadzor.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nadzor.office.Office;
import nadzor.office.PolicyDesk;
import nadzor.office.Rates;
import nadzor.office.Replacement;
import nadzor.office.View;
import nadzor.registry.Register;
import nadzor.registry.Registry;
import nadzor.registry.Tally;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;
import nadzor.story.Step;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The laboratory as a whole. */
final class LabWays {
  private static final int SECONDS = 300;
  private static final int UPCOMING = 10;

  private LabWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/summary", LabWays::summary),
        Way.get("/lab", LabWays::lab),
        Way.post("/lab/populate", LabWays::populate),
        Way.post("/lab/reset", LabWays::reset));
  }

  private static Answer summary(Call call) {
    Office office = call.office();
    LabShape shape = new LabShape(office);
    ObjectNode node = Json.object();
    node.put("simulation", true);
    node.put("scenario", office.scenario().name());
    node.set("clock", shape.clock(office.clock()));
    node.set("counts", counts(office));
    int seconds = call.query("seconds").map(Integer::parseInt).orElse(SECONDS);
    node.set("rates", rates(office.restrictions().rates(), seconds));
    node.set("upcoming", Json.all(office.upcoming(UPCOMING), LabShape::upcoming));
    node.set("networks", Json.all(office.scenario().networks(), shape::brief));
    node.set("store", store(office));
    return Answer.ok(node);
  }

  static ObjectNode store(Office office) {
    ObjectNode node = Json.object();
    node.put("kind", office.archive().health().kind());
    node.put("writable", office.archive().health().writable());
    node.put("detail", office.archive().health().detail());
    return node;
  }

  private static ObjectNode counts(Office office) {
    View view = office.view(Optional.empty(), Optional.empty());
    Registry registry = view.registry();
    Tally tally = Tally.of(registry, view.at());
    ObjectNode node = Json.object();
    node.put("operators", tally.operators());
    node.put("platforms", tally.platforms());
    node.put("cases", registry.counts().cases());
    node.put("openCases", tally.openCases());
    node.put("violations", registry.counts().violations());
    node.put("demands", registry.counts().demands());
    node.put("openDemands", tally.openDemands());
    node.put("openProposals", tally.openProposals());
    node.put("decisions", registry.counts().decisions());
    node.put("inForce", tally.inForce());
    node.put("registerEntries", tally.registerEntries());
    node.put("journalEntries", registry.limit());
    node.put("openFlows", office.flows().snapshot().open().size());
    return node;
  }

  private static ObjectNode rates(Rates rates, int seconds) {
    long now = Instant.now().getEpochSecond();
    Map<String, long[]> last = rates.last(now, seconds);
    ObjectNode node = Json.object();
    node.put("step", 1);
    ArrayNode times = node.putArray("times");
    for (int i = 0; i < seconds; i++) {
      times.add(now - seconds + 1 + i);
    }
    ArrayNode series = node.putArray("series");
    last.forEach(
        (action, values) -> {
          ObjectNode one = series.addObject();
          one.put("action", action);
          ArrayNode numbers = one.putArray("values");
          for (long value : values) {
            numbers.add(value);
          }
        });
    node.put("total", rates.totals().values().stream().mapToLong(Long::longValue).sum());
    return node;
  }

  private static Answer lab(Call call) {
    Office office = call.office();
    Scenario scenario = office.scenario();
    ObjectNode node = Json.object();
    node.put("simulation", true);
    node.put("scenario", scenario.name());
    node.put("about", scenario.about());
    node.set("sources", Json.texts(scenario.sources()));
    node.put("ca", office.laboratory().caFile().toString());
    node.put("spki", office.laboratory().spkiList());
    node.set("sites", Json.all(scenario.sites(), LabShape::site));
    node.set("steps", Json.all(scenario.steps(), LabShape::step));
    node.set("networks", Json.texts(scenario.networks().stream().map(NetworkPlan::name).toList()));
    View view = office.view(Optional.empty(), Optional.empty());
    node.putObject("policy")
        .put("mode", RecordShape.word(office.policy().mode()))
        .put("rules", office.policy().size(view.registry()));
    node.set("notices", Json.texts(new TreeSet<>(office.laboratory().notices())));
    return Answer.ok(node);
  }

  /** An instant, a date or the name of a step. */
  static Instant when(Call call, String key) {
    String written = call.read().text(key);
    return call.office().scenario().steps().stream()
        .filter(step -> step.name().equals(written))
        .map(Step::at)
        .findFirst()
        .orElseGet(() -> Instants.of("/" + key, written));
  }

  private static Answer populate(Call call) {
    Body body = call.read();
    String name = call.office().scenario().name();
    if (body.find("scenario").filter(one -> !one.equals(name)).isPresent()) {
      throw Problem.malformed(
          new Fault(
              "/scenario", "'" + body.text("scenario") + "'", "'" + name + "', this laboratory's"));
    }
    return replace(call, when(call, "at"), true, true);
  }

  private static Answer reset(Call call) {
    Instant at =
        call.read().find("at").isPresent() ? when(call, "at") : call.office().spec().start();
    return replace(call, at, false, call.read().flag("cards", true));
  }

  private static Answer replace(Call call, Instant at, boolean populated, boolean cards) {
    Office office = call.office();
    Body body = call.read();
    Optional<Boolean> running =
        body.node().has("running") ? Optional.of(body.flag("running", true)) : Optional.empty();
    if (!call.dryRun()) {
      body.find("policy")
          .ifPresent(
              mode ->
                  office.setPolicy(
                      mode.equals("decide") ? PolicyDesk.Mode.DECIDE : PolicyDesk.Mode.PROPOSE));
    }
    Replacement done = office.replace(at, populated, cards, running, call.dryRun());
    View view = done.view();
    ObjectNode node = Json.object();
    node.put("dryRun", call.dryRun());
    node.put("entries", view.registry().limit());
    node.put("at", (call.dryRun() ? at : office.clock().at()).toString());
    node.set(
        "inForce",
        Json.texts(
            Register.at(view.registry(), view.at()).entries().stream()
                .map(one -> one.decisionId())
                .distinct()
                .toList()));
    node.set("networks", Json.all(done.networks(), LabShape::change));
    return Answer.ok(node);
  }
}

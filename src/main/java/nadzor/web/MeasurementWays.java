package nadzor.web;

import com.linecorp.armeria.common.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.lab.Site;
import nadzor.office.SurveyJob;
import nadzor.office.Surveys;
import nadzor.office.View;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.story.NetworkPlan;

/** Surveys. */
final class MeasurementWays {
  private final String run;

  private MeasurementWays(String run) {
    this.run = run;
  }

  static List<Way> all(String run) {
    MeasurementWays ways = new MeasurementWays(run);
    return List.of(
        Way.get("/techniques", MeasurementWays::techniques),
        Way.get("/measurements", MeasurementWays::jobs),
        Way.post("/measurements", MeasurementWays::start),
        Way.get("/measurements/{id}", call -> Answer.ok(SurveyShape.job(find(call)))),
        Way.delete("/measurements/{id}", MeasurementWays::cancel),
        Way.get("/measurements/{id}/matrix", call -> Answer.ok(SurveyShape.matrix(find(call)))),
        Way.get("/measurements/{id}/cells/{cell}", MeasurementWays::cell),
        Way.stream("/measurements/{id}/stream", ways::stream));
  }

  private static View now(Call call) {
    return call.office().view(Optional.empty(), Optional.empty());
  }

  private static Answer techniques(Call call) {
    return Paging.of(call, now(call), Techniques.all(), SurveyShape::technique);
  }

  private static Answer jobs(Call call) {
    return Paging.of(call, now(call), call.office().surveys().jobs(), SurveyShape::job);
  }

  private static SurveyJob find(Call call) {
    String id = call.part("id");
    return call.office().surveys().job(id).orElseThrow(() -> Problem.unknown("measurement", id));
  }

  private static Answer start(Call call) {
    Body body = call.read();
    Surveys.Choice choice =
        new Surveys.Choice(
            sites(call, body), techniques(body), networks(call, body), body.number("repeats", 1));
    SurveyJob job =
        call.office().surveys().start(call.office().archive().journal(), choice, call.dryRun());
    return Answer.of(call.dryRun() ? 200 : 202, SurveyShape.job(job))
        .with("location", "/api/v1/measurements/" + job.id());
  }

  private static List<String> sites(Call call, Body body) {
    List<String> known =
        call.office().scenario().allSites().stream().map(one -> one.host().text()).toList();
    List<String> given = body.texts("sites");
    for (int i = 0; i < given.size(); i++) {
      require(known.contains(given.get(i)), "/sites/" + i, given.get(i), known);
    }
    return given.isEmpty()
        ? call.office().scenario().sites().stream().map(Site::host).map(Object::toString).toList()
        : given;
  }

  private static List<Technique> techniques(Body body) {
    List<String> given = body.texts("techniques");
    List<Technique> chosen = new ArrayList<>();
    List<String> known = Techniques.all().stream().map(Technique::name).toList();
    for (int i = 0; i < given.size(); i++) {
      Optional<Technique> named = Techniques.named(given.get(i));
      require(named.isPresent(), "/techniques/" + i, given.get(i), known);
      named.ifPresent(chosen::add);
    }
    return chosen.isEmpty() ? Techniques.everyday() : chosen;
  }

  private static List<NetworkPlan> networks(Call call, Body body) {
    List<NetworkPlan> all =
        call.office().scenario().networks().stream().filter(one -> !one.control()).toList();
    List<String> known = all.stream().map(NetworkPlan::name).toList();
    List<String> given = body.texts("networks");
    for (int i = 0; i < given.size(); i++) {
      require(known.contains(given.get(i)), "/networks/" + i, given.get(i), known);
    }
    return given.isEmpty() ? all : all.stream().filter(one -> given.contains(one.name())).toList();
  }

  private static void require(boolean holds, String pointer, String found, List<String> known) {
    if (!holds) {
      throw Problem.malformed(
          new Fault(pointer, "'" + found + "'", "one of " + String.join(", ", known)));
    }
  }

  private static Answer cancel(Call call) {
    SurveyJob job = find(call);
    if (!call.dryRun()) {
      job.cancel();
    }
    return Answer.ok(SurveyShape.job(job));
  }

  private static Answer cell(Call call) {
    SurveyJob job = find(call);
    String cell = call.part("cell");
    return SurveyShape.cell(job, cell)
        .map(Answer::ok)
        .orElseThrow(() -> Problem.unknown("cell", cell));
  }

  private HttpResponse stream(Call call) {
    SurveyJob job = find(call);
    return Feed.whole(
        call,
        run + job.id(),
        job.steps(),
        step -> Optional.of(new Feed.Event("progress", SurveyShape.job(job))),
        step -> step.state() != SurveyJob.State.RUNNING);
  }
}

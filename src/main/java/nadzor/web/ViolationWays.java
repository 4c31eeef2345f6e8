package nadzor.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.office.AnswerDemand;
import nadzor.office.MakeDemand;
import nadzor.office.RecordViolation;
import nadzor.office.RetractViolation;
import nadzor.office.View;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Found;
import nadzor.registry.Platform;
import nadzor.registry.Registry;
import nadzor.registry.Violation;
import nadzor.registry.Violations;

/** Violations and demands. */
final class ViolationWays {
  private ViolationWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/violations", ViolationWays::violations),
        Way.post("/violations", ViolationWays::record),
        Way.get("/violations/{id}", ViolationWays::violation),
        Way.post("/violations/{id}/retraction", ViolationWays::retract),
        Way.get("/demands", ViolationWays::demands),
        Way.post("/demands", ViolationWays::make),
        Way.get("/demands/{id}", ViolationWays::demand),
        Way.post("/demands/{id}/answer", ViolationWays::answer));
  }

  private static RecordShape shape(Call call) {
    return new RecordShape(call.view(), call.office().archive());
  }

  private static Answer violations(Call call) {
    RecordShape shape = shape(call);
    View view = shape.view();
    return Paging.of(call, view, found(call, view).entries(), shape::violation);
  }

  /** What passes all that is asked for: each is a list of its own, and what is in all is found. */
  private static Found<Violation> found(Call call, View view) {
    Registry registry = view.registry();
    Violations violations = new Violations(registry);
    Found<Violation> like =
        violations.like(
            new Violations.Like(
                call.query("kind"),
                call.query("basis"),
                call.instant("from"),
                earlier(call.instant("to"), past(view)),
                call.flag("retracted")));
    return Stream.of(
            call.query("platform").map(id -> violations.by(Set.of(id))),
            call.query("case").map(id -> violations.by(reach(registry, id))),
            call.query("q").map(violations::having))
        .flatMap(Optional::stream)
        .reduce(like, Found::and);
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /** Whether what is known may not have happened by then. */
  static Optional<Instant> past(View view) {
    return Optional.of(view.at()).filter(at -> at.isBefore(view.registry().lastAt()));
  }

  private static Set<String> reach(Registry registry, String caseId) {
    return registry
        .caseFile(caseId)
        .map(file -> registry.catalogue().reach(file.subject()))
        .orElseThrow(() -> Problem.unknown("case", caseId))
        .stream()
        .map(Platform::id)
        .collect(Collectors.toSet());
  }

  private static Answer violation(Call call) {
    RecordShape shape = shape(call);
    String id = call.part("id");
    return Answer.found("violation", id, shape.view().registry().violation(id), shape::violation);
  }

  private static Answer record(Call call) {
    Body body = call.read();
    RecordViolation draft =
        new RecordViolation(
            body.find("id"),
            body.text("platform"),
            body.instant("at"),
            body.text("kind"),
            body.find("basis").orElse(""),
            body.find("description").orElse(""),
            body.text("source"),
            body.flag("reconstructed", false));
    return Writing.of(call, draft, "/violations/", 201);
  }

  private static Answer retract(Call call) {
    RetractViolation draft = new RetractViolation(call.part("id"), call.read().text("why"));
    return Writing.of(call, draft, "/violations/", 200);
  }

  private static Answer demands(Call call) {
    RecordShape shape = shape(call);
    View view = shape.view();
    Registry registry = view.registry();
    Filter state = call.filter("state");
    Filter text = call.filter("q");
    Sifted<Demand> found =
        new Sifted<>(call.query("case").map(registry::demandsIn).orElseGet(registry::demands))
            .and(past(view), one -> !one.madeAt().isAfter(view.at()))
            .and(state, one -> state.is(RecordShape.word(shape.state(one))))
            .and(text, one -> text.isIn(one.id(), one.by(), one.what()));
    return Paging.of(call, view, found, shape::demand);
  }

  private static Answer demand(Call call) {
    RecordShape shape = shape(call);
    String id = call.part("id");
    return Answer.found("demand", id, shape.view().registry().demand(id), shape::demand);
  }

  private static Answer make(Call call) {
    Body body = call.read();
    MakeDemand draft =
        new MakeDemand(
            body.find("id"),
            body.text("case"),
            body.text("by"),
            body.text("what"),
            body.instant("until"));
    return Writing.of(call, draft, "/demands/", 201);
  }

  private static Answer answer(Call call) {
    Body body = call.read();
    DemandState outcome = DemandState.valueOf(body.text("outcome").toUpperCase(Locale.ROOT));
    AnswerDemand draft = new AnswerDemand(call.part("id"), outcome, body.find("text").orElse(""));
    return Writing.of(call, draft, "/demands/", 200);
  }
}

package nadzor.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.office.AnswerDemand;
import nadzor.office.MakeDemand;
import nadzor.office.RecordViolation;
import nadzor.office.RetractViolation;
import nadzor.office.View;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Platform;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.Violation;

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
    Optional<Set<String>> reach = call.query("case").map(id -> reach(view.registry(), id));
    Period period = Period.of(call);
    boolean retracted = call.flag("retracted");
    List<Violation> found =
        view.registry().entries().stream()
            .map(Recorded::entry)
            .filter(Violation.class::isInstance)
            .map(Violation.class::cast)
            .filter(one -> !one.at().isAfter(view.at()))
            .filter(one -> Texts.isOr(call.query("platform"), one.platformId()))
            .filter(one -> reach.filter(ids -> !ids.contains(one.platformId())).isEmpty())
            .filter(one -> Texts.isOr(call.query("kind"), one.breach()))
            .filter(one -> Texts.isOr(call.query("basis"), one.legalBasis()))
            .filter(one -> period.has(one.at()))
            .filter(one -> retracted || view.registry().retraction(one.id()).isEmpty())
            .filter(
                one ->
                    Texts.has(
                        call.query("q"),
                        one.id(),
                        one.breach(),
                        one.description(),
                        one.source(),
                        one.legalBasis(),
                        one.platformId()))
            .toList();
    return Paging.of(call, view, found, shape::violation);
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
    List<Demand> found =
        view.registry().demands().stream()
            .filter(one -> !one.madeAt().isAfter(view.at()))
            .filter(one -> Texts.isOr(call.query("case"), one.caseId()))
            .filter(one -> Texts.isOr(call.query("state"), RecordShape.word(shape.state(one))))
            .filter(one -> Texts.has(call.query("q"), one.id(), one.by(), one.what()))
            .toList();
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

package nadzor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.office.CloseCase;
import nadzor.office.OpenCase;
import nadzor.office.Revisions;
import nadzor.office.View;
import nadzor.registry.CaseFile;
import nadzor.registry.Platform;
import nadzor.registry.Registry;
import nadzor.registry.Subject;

/** Cases. */
final class CaseWays {
  private CaseWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/cases", CaseWays::cases),
        Way.post("/cases", CaseWays::open),
        Way.get("/cases/{id}", CaseWays::one),
        Way.get("/cases/{id}/timeline", CaseWays::timeline),
        Way.post("/cases/{id}/closing", CaseWays::close));
  }

  private static Answer cases(Call call) {
    View view = call.view();
    Registry registry = view.registry();
    CaseShape shape = new CaseShape(view, call.office().archive());
    Optional<Platform> platform =
        call.query("platform")
            .map(
                id ->
                    registry
                        .catalogue()
                        .platform(id)
                        .orElseThrow(() -> Problem.unknown("platform", id)));
    Filter state = call.filter("state");
    Filter authority = call.filter("authority");
    Filter text = call.filter("q");
    Optional<String> operator = call.query("operator");
    List<CaseFile> found =
        platform.map(registry::casesOn).orElseGet(registry::cases).stream()
            .filter(file -> !file.opened().isAfter(view.at()))
            .filter(file -> !state.isGiven() || state.is(shape.state(registry, file)))
            .filter(file -> authority.is(file.authority()))
            .filter(file -> isOn(operator, file))
            .filter(file -> text.isIn(file.id(), file.authority(), file.subject().id()))
            .toList();
    return Paging.of(call, view, found, shape::of);
  }

  private static boolean isOn(Optional<String> operator, CaseFile file) {
    return operator.filter(id -> !file.subject().equals(new Subject.OfOperator(id))).isEmpty();
  }

  private static CaseFile find(Call call, View view) {
    String id = call.part("id");
    return view.registry().caseFile(id).orElseThrow(() -> Problem.unknown("case", id));
  }

  private static Answer one(Call call) {
    View view = call.view();
    CaseFile file = find(call, view);
    return Answer.ok(new CaseShape(view, call.office().archive()).of(file))
        .tagged(call.office().archive().revision(Revisions.Kind.CASE, file.id()));
  }

  private static Answer timeline(Call call) {
    View view = call.view();
    List<Happening> all = new ArrayList<>(new Timeline(view).of(find(call, view)));
    return Paging.of(call, view, all, happening -> happening.json(view.at()));
  }

  private static Answer open(Call call) {
    Body body = call.read();
    Body subject = body.object("subject");
    String id = subject.text("id");
    boolean isPlatform = subject.text("kind").equals("platform");
    OpenCase draft =
        new OpenCase(
            body.text("id"),
            isPlatform ? new Subject.OfPlatform(id) : new Subject.OfOperator(id),
            body.text("authority"),
            body.instant("opened"));
    return Writing.of(call, draft, "/cases/", 201);
  }

  private static Answer close(Call call) {
    String id = call.part("id");
    return Writing.guarded(
        call,
        new CloseCase(id, call.read().text("why")),
        new Revisions.Key(Revisions.Kind.CASE, id));
  }
}

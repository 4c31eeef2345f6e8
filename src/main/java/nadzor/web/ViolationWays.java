package nadzor.web;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.office.AnswerDemand;
import nadzor.office.MakeDemand;
import nadzor.office.RecordViolation;
import nadzor.office.RetractViolation;
import nadzor.office.View;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.EntryKind;
import nadzor.registry.Lookup;
import nadzor.registry.Platform;
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
    Filter platform = call.filter("platform");
    Filter kind = call.filter("kind");
    Filter basis = call.filter("basis");
    Sifted<Violation> found =
        new Sifted<>(shortest(call, view.registry(), reach))
            .and(past(view), one -> !one.at().isAfter(view.at()))
            .and(platform, one -> platform.is(one.platformId()))
            .and(reach, one -> reach.get().contains(one.platformId()))
            .and(kind, one -> kind.is(one.breach()))
            .and(basis, one -> basis.is(one.legalBasis()))
            .and(period.any(), one -> period.has(one.at()));
    return Paging.of(
        call, view, call.flag("retracted") ? found : counting(call, found, view), shape::violation);
  }

  /** The shortest list at hand that holds all that are asked for. */
  private static List<Violation> shortest(
      Call call, Registry registry, Optional<Set<String>> reach) {
    if (call.query("q").isPresent()) {
      return Lists.transform(
          new Lookup(registry).having(call.query("q").get(), EnumSet.of(EntryKind.VIOLATION)),
          one -> (Violation) one.entry());
    }
    return Stream.of(
            call.query("platform").map(registry::violationsBy),
            reach.filter(ids -> ids.size() == 1).map(ids -> registry.violationsBy(only(ids))),
            call.query("kind").map(registry::violationsOfKind),
            call.query("basis").map(registry::violationsUnder))
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(List::size))
        .orElseGet(registry::violations);
  }

  private static String only(Set<String> ids) {
    return ids.iterator().next();
  }

  /** Without what is retracted; which these are is known, but not which of them have words. */
  private static Sifted<Violation> counting(Call call, Sifted<Violation> found, View view) {
    Registry registry = view.registry();
    Predicate<Violation> stands = one -> registry.retraction(one.id()).isEmpty();
    boolean whole =
        found.passes().isEmpty() && found.all().size() == registry.counts().violations();
    if (whole) {
      return found.leaving(found.all().size() - registry.retractions(), stands);
    }
    boolean few = call.query("q").isPresent() || found.all().size() < registry.retractions();
    return few ? found.and(stands) : found.without(registry.retracted(), stands);
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

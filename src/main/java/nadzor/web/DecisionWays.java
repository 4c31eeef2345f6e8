package nadzor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Measure;
import nadzor.office.LiftDecision;
import nadzor.office.Revisions;
import nadzor.office.TakeDecision;
import nadzor.office.View;
import nadzor.registry.BlockType;
import nadzor.registry.Decision;
import nadzor.registry.DecisionState;
import nadzor.registry.Decisions;
import nadzor.registry.Grounds;
import nadzor.registry.Order;
import nadzor.registry.RegisterMark;
import nadzor.registry.Registry;
import nadzor.registry.Role;

/** Decisions. */
final class DecisionWays {
  private static final int ENTRY_TYPE = 3;

  private DecisionWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/decisions", DecisionWays::decisions),
        Way.post("/decisions", DecisionWays::take),
        Way.get("/decisions/{id}", DecisionWays::one),
        Way.post("/decisions/{id}/lift", DecisionWays::lift));
  }

  private static DecisionShape shape(Call call) {
    return new DecisionShape(call.view(), call.office().archive());
  }

  private static Answer decisions(Call call) {
    DecisionShape shape = shape(call);
    View view = shape.view();
    Period period = Period.of(call);
    Filter inCase = call.filter("case");
    Filter state = call.filter("state");
    Filter authority = call.filter("authority");
    Filter law = call.filter("basis");
    Filter text = call.filter("q");
    Sifted<Decision> found =
        new Sifted<>(shortest(call, view, period))
            .and(inCase, one -> inCase.is(one.caseId()))
            .and(
                isOnlyState(call) ? Optional.empty() : state.wanted(),
                one -> state.is(shape.state(one)))
            .and(authority, one -> authority.is(one.authority()))
            .and(law, one -> cites(law, one.grounds()))
            .and(period.any(), one -> period.has(one.timetable().inForceFrom()))
            .and(text, one -> isIn(text, one));
    return Paging.of(call, view, found, shape::of);
  }

  /** The shortest list at hand that holds all that are asked for; a state alone is one. */
  private static List<Decision> shortest(Call call, View view, Period period) {
    Registry registry = view.registry();
    Decisions decisions = new Decisions(registry);
    Instant first = period.from().orElse(Instant.MIN);
    Instant last = period.to().orElse(Instant.MAX);
    return Stream.of(
            call.query("platform").map(registry::decisionsOn),
            call.query("case").map(registry::decisionsIn),
            call.query("state").map(word -> decisions.inState(state(word), view.at())),
            period.any().map(one -> decisions.comingIntoForce(first, last)),
            call.query("authority").map(decisions::by),
            call.query("basis").map(decisions::under))
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(List::size))
        .orElseGet(registry::decisions);
  }

  /** Whether the state is all that is asked for, so that the list is of it already. */
  private static boolean isOnlyState(Call call) {
    return Period.of(call).any().isEmpty()
        && Stream.of("platform", "case", "authority", "basis")
            .allMatch(name -> call.query(name).isEmpty());
  }

  /** A state by its word; none before the proposal. */
  private static Optional<DecisionState> state(String word) {
    return Arrays.stream(DecisionState.values()).filter(one -> one.word().equals(word)).findFirst();
  }

  private static boolean cites(Filter law, Grounds grounds) {
    return law.is(grounds.announcedLaw()) || law.is(grounds.registerLaw());
  }

  private static boolean isIn(Filter text, Decision one) {
    return text.isIn(one.id(), one.caseId(), one.authority())
        || one.order().targets().stream().anyMatch(text::isInOne)
        || text.isIn(one.grounds().announcedLaw(), one.grounds().registerLaw());
  }

  private static Answer one(Call call) {
    DecisionShape shape = shape(call);
    String id = call.part("id");
    return Answer.found("decision", id, shape.view().registry().decision(id), shape::of)
        .tagged(shape.archive().revision(Revisions.Kind.DECISION, id));
  }

  private static Answer take(Call call) {
    Body body = call.read();
    TakeDecision draft =
        new TakeDecision(
            body.find("id"),
            body.text("case"),
            body.text("authority"),
            body.find("agreedWith"),
            grounds(body),
            order(body),
            when(body),
            mark(body),
            body.find("supersedes"));
    return Writing.of(call, draft, "/decisions/", 201);
  }

  private static Grounds grounds(Body body) {
    Body law = body.object("law");
    return new Grounds(
        law.text("announced"),
        law.text("register"),
        body.find("registerNumber"),
        body.find("announcedDate").map(text -> Instants.date("/announcedDate", text)),
        body.find("registerDate").map(text -> Instants.date("/registerDate", text)));
  }

  private static Order order(Body body) {
    Set<Role> scope = EnumSet.noneOf(Role.class);
    body.texts("scope").forEach(role -> scope.add(Role.valueOf(role.toUpperCase(Locale.ROOT))));
    Measure measure = Measure.valueOf(body.text("measure").toUpperCase(Locale.ROOT));
    return new Order(measure, scope, body.texts("on"));
  }

  static TakeDecision.When when(Body body) {
    return new TakeDecision.When(
        body.instant("announcedAt"),
        body.instant("inForceFrom"),
        body.find("grace").map(text -> Instants.duration("/grace", text)).orElse(Duration.ZERO),
        body.instant("until"),
        body.find("transition"));
  }

  private static RegisterMark mark(Body body) {
    String block = body.find("blockType").orElse("domain-mask");
    return new RegisterMark(
        body.number("entryType", ENTRY_TYPE),
        BlockType.valueOf(block.toUpperCase(Locale.ROOT).replace('-', '_')),
        body.instant("includedAt"));
  }

  private static Answer lift(Call call) {
    Body body = call.read();
    String id = call.part("id");
    return Writing.guarded(
        call,
        new LiftDecision(id, body.find("by"), body.text("why"), body.instant("at")),
        new Revisions.Key(Revisions.Kind.DECISION, id));
  }
}

package nadzor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
import nadzor.registry.Found;
import nadzor.registry.Grounds;
import nadzor.registry.Order;
import nadzor.registry.RegisterMark;
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
    return Paging.of(call, shape.view(), found(call, shape.view()).entries(), shape::of);
  }

  /** What passes all that is asked for: each is a list of its own, and what is in all is found. */
  private static Found<Decision> found(Call call, View view) {
    Decisions decisions = new Decisions(view.registry());
    Period period = Period.of(call);
    Instant first = period.from().orElse(Instant.MIN);
    Instant last = period.to().orElse(Instant.MAX);
    Filter text = call.filter("q");
    return Stream.of(
            call.query("platform").map(decisions::on),
            call.query("case").map(decisions::in),
            call.query("state").map(word -> decisions.inState(state(word), view.at())),
            period.any().map(one -> decisions.comingIntoForce(first, last)),
            call.query("authority").map(decisions::by),
            call.query("basis").map(decisions::under),
            text.wanted().map(one -> decisions.having(text::isInOne)))
        .flatMap(Optional::stream)
        .reduce(Found::and)
        .orElseGet(decisions::any);
  }

  /** A state by its word; none before the proposal. */
  private static Optional<DecisionState> state(String word) {
    return Arrays.stream(DecisionState.values()).filter(one -> one.word().equals(word)).findFirst();
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

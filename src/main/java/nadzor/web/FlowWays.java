package nadzor.web;

import com.linecorp.armeria.common.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.lab.FlowSnapshot;
import nadzor.lab.LiveFlow;
import nadzor.office.Change;
import nadzor.office.LiftDecision;
import nadzor.office.LiftThis;
import nadzor.office.Office;
import nadzor.office.RestrictThis;
import nadzor.office.Restrictions;
import nadzor.office.View;
import nadzor.office.Written;
import nadzor.registry.Decision;
import tools.jackson.databind.node.ObjectNode;

/** Flows, restrictions, and what is done from them. */
final class FlowWays {
  private final String run;

  private FlowWays(String run) {
    this.run = run;
  }

  static List<Way> all(String run) {
    FlowWays ways = new FlowWays(run);
    return List.of(
        Way.get("/flows", FlowWays::flows),
        Way.stream("/flows/stream", call -> FlowFeed.open(call, run, call.office().flows())),
        Way.get("/flows/{id}", FlowWays::flow),
        Way.get("/restrictions", FlowWays::restrictions),
        Way.stream("/restrictions/stream", ways::stream),
        Way.stream("/changes/stream", ways::changes),
        Way.post("/restrict-this", FlowWays::restrict),
        Way.post("/lift-this", FlowWays::lift));
  }

  private static View now(Office office) {
    return office.view(Optional.empty(), Optional.empty());
  }

  private static Answer flows(Call call) {
    FlowSnapshot snapshot = call.office().flows().snapshot();
    FlowShape shape = new FlowShape(Instant.now(), snapshot.nowNanos());
    List<LiveFlow> open = new ArrayList<>(snapshot.open());
    Collections.reverse(open);
    open.addAll(snapshot.closed());
    List<LiveFlow> found =
        open.stream()
            .filter(one -> Texts.isOr(call.query("network"), one.network()))
            .filter(one -> Texts.isOr(call.query("state"), one.isOpen() ? "open" : "closed"))
            .filter(one -> Texts.isOr(call.query("verdict"), FlowShape.verdict(one)))
            .filter(
                one ->
                    Texts.isOr(
                        call.query("action"), one.restriction().map(r -> r.action()).orElse("")))
            .filter(one -> matches(call.query("q"), one))
            .toList();
    return Paging.of(call, now(call.office()), found, shape::of);
  }

  private static boolean matches(Optional<String> q, LiveFlow flow) {
    String rule = flow.restriction().flatMap(said -> said.rule()).map(Object::toString).orElse("");
    return Texts.has(q, flow.name().orElse(""), flow.target(), rule);
  }

  private static Answer flow(Call call) {
    String id = call.part("id");
    return Optional.of(id)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .flatMap(text -> call.office().flows().flow(Long.parseLong(text)))
        .map(flow -> Answer.ok(new FlowShape(Instant.now(), call.office().flows().now()).of(flow)))
        .orElseThrow(() -> Problem.unknown("flow", id));
  }

  private static Answer restrictions(Call call) {
    List<Restrictions.Event> found =
        call.office().restrictions().ring().latest().stream()
            .filter(one -> Texts.isOr(call.query("network"), one.restriction().network()))
            .filter(one -> Texts.isOr(call.query("name"), one.restriction().name()))
            .filter(one -> Texts.isOr(call.query("action"), one.restriction().action()))
            .filter(one -> isOf(call.query("decision"), one, Reason.OfDecision::decision))
            .filter(one -> isOf(call.query("case"), one, Reason.OfDecision::caseFile))
            .filter(
                one ->
                    Texts.has(
                        call.query("q"),
                        one.restriction().name(),
                        one.restriction().server(),
                        one.restriction().rule().toString()))
            .toList();
    return Paging.of(call, now(call.office()), found, FlowShape::restriction);
  }

  private static boolean isOf(
      Optional<String> wanted,
      Restrictions.Event event,
      java.util.function.Function<Reason.OfDecision, String> part) {
    return wanted.isEmpty() || FlowShape.decision(event).map(part).equals(wanted);
  }

  private HttpResponse stream(Call call) {
    Predicate<Restrictions.Event> wanted =
        one -> Texts.isOr(call.query("network"), one.restriction().network());
    return Feed.open(
        call,
        run,
        call.office().restrictions().ring(),
        one ->
            Optional.of(one)
                .filter(wanted)
                .map(told -> new Feed.Event("restriction", FlowShape.restriction(told))),
        one -> false);
  }

  private HttpResponse changes(Call call) {
    return Feed.open(
        call,
        run,
        call.office().changes(),
        one -> Optional.of(event(call.office(), one)),
        one -> false);
  }

  private static Feed.Event event(Office office, Change change) {
    if (change instanceof Change.Written written) {
      return new Feed.Event("journal", RecordShape.entry(written.recorded()));
    } else if (change instanceof Change.Activated activated) {
      return new Feed.Event("version", LabShape.change(activated.change()));
    } else if (change instanceof Change.Clock clock) {
      return new Feed.Event("clock", new LabShape(office).clock(clock.reading()));
    } else if (change instanceof Change.Replaced replaced) {
      ObjectNode node = Json.object();
      return new Feed.Event("replaced", node.put("entries", replaced.entries()));
    }
    throw new IllegalStateException("a change of no kind: " + change);
  }

  private static Answer restrict(Call call) {
    Body body = call.read();
    String measure = body.find("measure").orElse("block");
    RestrictThis draft =
        new RestrictThis(
            body.text("name"),
            Measure.valueOf(measure.toUpperCase(Locale.ROOT)),
            body.find("why").orElse("restricted from the live flows"),
            body.find("platform"));
    Written written = call.office().write(call.by(), call.dryRun(), draft);
    ObjectNode node = LabShape.written(written);
    written.recorded().stream()
        .filter(one -> one.entry() instanceof Decision)
        .forEach(one -> node.put("decision", one.entry().about()));
    return Answer.of(written.dryRun() ? 200 : 201, node);
  }

  private static Answer lift(Call call) {
    Body body = call.read();
    Optional<String> decision = body.find("decision");
    Optional<String> name = body.find("name");
    String why = body.find("why").orElse("lifted from the live flows");
    if (decision.isPresent() == name.isPresent()) {
      throw Problem.malformed(new Fault("", body.node().toString(), "either name or decision"));
    }
    Written written =
        call.office()
            .write(
                call.by(),
                call.dryRun(),
                decision
                    .<nadzor.office.Draft>map(
                        id -> new LiftDecision(id, Optional.empty(), why, Optional.empty()))
                    .orElseGet(() -> new LiftThis(name.orElse(""), why)));
    return Answer.ok(LabShape.written(written));
  }
}

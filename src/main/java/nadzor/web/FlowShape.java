package nadzor.web;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import nadzor.blocklist.Reason;
import nadzor.censor.FlowJudgement;
import nadzor.censor.PaceState;
import nadzor.censor.Restriction;
import nadzor.lab.LiveFlow;
import nadzor.office.Restrictions;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flows and restrictions as JSON.
 *
 * @param wall real time now
 * @param nanos the same moment by the flows' clock
 */
record FlowShape(Instant wall, long nanos) {
  ObjectNode of(LiveFlow flow) {
    ObjectNode node = Json.object();
    node.put("id", flow.id());
    node.put("network", flow.network());
    node.put("client", flow.client());
    node.put("via", flow.kind().word());
    node.put("server", flow.target());
    node.put("openedWall", wall(flow.openedNanos()));
    OptionalLong closed = flow.closedNanos();
    node.put("state", flow.isOpen() ? "open" : "closed");
    closed.ifPresent(at -> node.put("closedWall", wall(at)));
    if (!flow.isOpen()) {
      node.put("ending", flow.why());
    }
    node.put("verdict", verdict(flow));
    node.put("up", flow.bytesUp());
    node.put("down", flow.bytesDown());
    Json.put(node, "name", flow.name());
    if (flow.questionType() > 0) {
      node.put("questionType", flow.questionType());
    }
    flow.restriction().ifPresent(said -> judgement(node, said));
    flow.paceDown()
        .map(pace -> bucket(pace, "down"))
        .or(() -> flow.paceUp().map(pace -> bucket(pace, "up")))
        .ifPresent(bucket -> node.set("bucket", bucket));
    return node;
  }

  private String wall(long at) {
    return wall.minusNanos(nanos - at).toString();
  }

  static String verdict(LiveFlow flow) {
    if (flow.judgements().isEmpty()) {
      return "none";
    }
    return flow.restriction().isPresent() ? "restricted" : "pass";
  }

  private static void judgement(ObjectNode node, FlowJudgement said) {
    node.put("on", said.on());
    node.put("action", said.action());
    said.rule()
        .ifPresent(
            rule -> {
              node.put("rule", rule.toString());
              node.put("measure", rule.measure().word());
              RegisterShape.decision(node, rule);
            });
  }

  private static ObjectNode bucket(PaceState pace, String direction) {
    ObjectNode node = Json.object();
    node.put("direction", direction);
    node.put("share", RecordShape.word(pace.share()));
    node.put("delayMillis", pace.delay().toMillis());
    pace.rate()
        .ifPresent(
            rate -> {
              node.put("rate", rate.bytesPerSecond());
              node.put("capacity", rate.bucketBytes());
              node.put("policing", rate.policing());
              node.put("level", pace.tokens());
            });
    node.put("waiting", pace.held());
    node.put("dropped", pace.dropped());
    return node;
  }

  static ObjectNode restriction(Restrictions.Event event) {
    Restriction told = event.restriction();
    ObjectNode node = Json.object();
    node.put("seq", event.number());
    node.put("at", event.at().toString());
    node.put("wall", event.wall().toString());
    node.put("network", told.network());
    node.put("client", told.clientHash());
    node.put("server", told.server());
    node.put("on", told.on());
    node.put("name", told.name());
    node.put("action", told.action());
    node.put("rule", told.rule().toString());
    node.put("measure", told.rule().measure().word());
    node.put("label", told.rule().reason().label());
    node.set(
        "heldBy", Json.texts(told.heldBy().stream().map(rule -> rule.reason().label()).toList()));
    node.put("residual", told.residual());
    RegisterShape.decision(node, told.rule());
    return node;
  }

  /** The decision behind a restriction. */
  static Optional<Reason.OfDecision> decision(Restrictions.Event event) {
    return event.restriction().rule().reason() instanceof Reason.OfDecision of
        ? Optional.of(of)
        : Optional.empty();
  }
}

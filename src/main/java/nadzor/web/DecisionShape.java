package nadzor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.office.Archive;
import nadzor.office.Revisions;
import nadzor.office.View;
import nadzor.registry.Because;
import nadzor.registry.Decision;
import nadzor.registry.DecisionState;
import nadzor.registry.Decisions;
import nadzor.registry.EntryKind;
import nadzor.registry.Grounds;
import nadzor.registry.Lifting;
import nadzor.registry.Move;
import nadzor.registry.Order;
import nadzor.registry.Registry;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import tools.jackson.databind.node.ObjectNode;

/** Decisions as JSON. */
record DecisionShape(View view, Archive archive) {
  ObjectNode of(Decision decision) {
    Registry registry = view.registry();
    ObjectNode node = Json.object();
    node.put("id", decision.id());
    node.put("case", decision.caseId());
    node.put("authority", decision.authority());
    Json.put(node, "agreedWith", decision.agreedWith());
    grounds(node, decision.grounds());
    order(node, decision.order());
    node.put("entryType", decision.mark().entryType());
    node.put("blockType", decision.mark().blockType().word());
    Json.put(node, "includedAt", decision.mark().includedAt());
    Json.put(node, "until", decision.timetable().until());
    Json.put(node, "transition", decision.timetable().transition());
    node.put("state", state(decision));
    node.set("moves", Json.all(registry.moves(decision.id()), move -> move(move, view.at())));
    node.set("holds", Json.texts(holds(decision)));
    Json.put(node, "supersedes", decision.supersedes());
    successor(decision).ifPresent(one -> node.put("supersededBy", one.id()));
    decision.because().ifPresent(because -> node.set("because", because(because)));
    registry.lifting(decision.id()).ifPresent(one -> node.set("lifting", lifting(one)));
    RecordShape.recorded(node, archive.record(EntryKind.DECISION, decision.id()));
    node.put("revision", archive.revision(Revisions.Kind.DECISION, decision.id()));
    return node;
  }

  String state(Decision decision) {
    return new Decisions(view.registry())
        .state(decision, view.at())
        .map(DecisionState::word)
        .orElse("planned");
  }

  private Optional<Decision> successor(Decision decision) {
    return view.registry().decisionsIn(decision.caseId()).stream()
        .filter(one -> one.supersedes().equals(Optional.of(decision.id())))
        .findFirst();
  }

  private List<String> holds(Decision decision) {
    return decision.order().targets().stream()
        .flatMap(id -> view.registry().catalogue().platform(id).stream())
        .flatMap(platform -> platform.resources(decision.order().scope()).stream())
        .map(Resource::matcher)
        .map(Object::toString)
        .toList();
  }

  static void grounds(ObjectNode node, Grounds grounds) {
    node.set("law", laws(grounds));
    Json.put(node, "registerNumber", grounds.number());
    Json.put(node, "announcedDate", grounds.announcedDate());
    Json.put(node, "registerDate", grounds.registerDate());
  }

  static ObjectNode laws(Grounds grounds) {
    ObjectNode node = Json.object();
    node.put("announced", grounds.announcedLaw());
    node.put("register", grounds.registerLaw());
    return node;
  }

  static void order(ObjectNode node, Order order) {
    node.put("measure", order.measure().word());
    node.set("scope", Json.texts(order.scope().stream().map(Role::word).toList()));
    node.set("on", Json.texts(order.targets()));
  }

  static ObjectNode because(Because because) {
    ObjectNode node = Json.object();
    node.put("rule", because.ruleId());
    node.set("violations", Json.texts(because.violations()));
    node.set("demands", Json.texts(because.demands()));
    node.set("decisions", Json.texts(because.decisions()));
    return node;
  }

  private static ObjectNode move(Move move, Instant at) {
    ObjectNode node = Json.object();
    node.put("to", move.to().word());
    node.put("at", move.at().toString());
    node.put("planned", move.at().isAfter(at));
    return node;
  }

  private static ObjectNode lifting(Lifting lifting) {
    ObjectNode node = Json.object();
    node.put("by", lifting.by());
    node.put("why", lifting.why());
    node.put("at", lifting.liftedAt().toString());
    return node;
  }
}

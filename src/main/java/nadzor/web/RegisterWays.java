package nadzor.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nadzor.office.View;
import nadzor.registry.Asked;
import nadzor.registry.PublicRegister;
import nadzor.registry.Register;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Statement;
import nadzor.registry.StatementKind;
import tools.jackson.databind.node.ObjectNode;

/** What the public sees: register, look-up, statements. */
final class RegisterWays {
  private RegisterWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/register", RegisterWays::register),
        Way.get("/register/lookup", RegisterWays::lookup),
        Way.get("/statements", RegisterWays::statements),
        Way.get("/decisions/{id}/statements", RegisterWays::ofDecision));
  }

  private static Answer register(Call call) {
    View view = call.view();
    List<RegisterEntry> found =
        Register.at(view.registry(), view.at()).entries().stream()
            .filter(one -> Texts.isOr(call.query("platform"), one.platformId()))
            .filter(one -> Texts.isOr(call.query("decision"), one.decisionId()))
            .filter(one -> Texts.isOr(call.query("measure"), one.measure().word()))
            .filter(one -> matches(call.query("q"), one))
            .toList();
    return Paging.of(call, view, found, RegisterShape::entry);
  }

  private static boolean matches(Optional<String> q, RegisterEntry one) {
    return Texts.has(q, one.decisionId(), one.legalBasis(), one.platformId(), one.decision().org())
        || one.resources().stream().anyMatch(r -> Texts.has(q, r.matcher().toString()));
  }

  private static Answer lookup(Call call) {
    View view = call.view();
    String query = call.query("q").orElse("");
    PublicRegister found = PublicRegister.of(view.registry(), view.at(), query);
    Asked asked = found.asked();
    Spoken spoken = Spoken.of(call, view);
    ObjectNode node = Json.object();
    node.put("simulation", true);
    node.put("query", query);
    node.put(
        "kind", query.contains("://") ? "url" : asked.address().isPresent() ? "address" : "name");
    node.put("at", view.at().toString());
    node.put("known", view.known().toString());
    node.put("held", found.isListed());
    node.put("text", found.text(spoken.language()));
    node.set("entries", Json.all(found.entries(), RegisterShape::entry));
    List<Statement> said =
        found.entries().stream()
            .map(RegisterEntry::decisionId)
            .distinct()
            .flatMap(id -> spoken.onDecision(id).stream())
            .filter(one -> one.kind() == StatementKind.RESTRICTION)
            .toList();
    node.set("statements", Json.all(said, spoken::json));
    return Answer.ok(node);
  }

  private static Answer statements(Call call) {
    View view = call.view();
    Spoken spoken = Spoken.of(call, view);
    List<Statement> all = new ArrayList<>(spoken.all());
    Collections.reverse(all);
    return Paging.of(call, view, all, spoken::json);
  }

  private static Answer ofDecision(Call call) {
    View view = call.view();
    String id = call.part("id");
    if (view.registry().decision(id).isEmpty()) {
      throw Problem.unknown("decision", id);
    }
    Spoken spoken = Spoken.of(call, view);
    return Paging.of(call, view, spoken.onDecision(id), spoken::json);
  }
}

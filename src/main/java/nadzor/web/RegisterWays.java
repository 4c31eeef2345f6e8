package nadzor.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.office.View;
import nadzor.registry.Asked;
import nadzor.registry.PublicRegister;
import nadzor.registry.Published;
import nadzor.registry.Register;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Registry;
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
    Filter platform = call.filter("platform");
    Filter decision = call.filter("decision");
    Filter measure = call.filter("measure");
    Filter text = call.filter("q");
    boolean few = platform.isGiven() || decision.isGiven();
    Sifted<RegisterEntry> found =
        new Sifted<>(entries(call, view))
            .and(platform, one -> platform.is(one.platformId()))
            .and(decision, one -> decision.is(one.decisionId()))
            .and(few ? measure.wanted() : Optional.empty(), one -> measure.is(one.measure().word()))
            .and(few ? text.wanted() : Optional.empty(), one -> matches(text, one));
    return Paging.of(call, view, found, RegisterShape::entry);
  }

  /** The entries on a platform or of a decision; else those of a measure that have a text. */
  private static List<RegisterEntry> entries(Call call, View view) {
    Registry registry = view.registry();
    Filter text = call.filter("q");
    Optional<Measure> measure =
        call.query("measure").map(word -> Measure.valueOf(word.toUpperCase(Locale.ROOT)));
    return call.query("decision")
        .map(id -> Register.of(registry, view.at(), id))
        .or(() -> call.query("platform").map(id -> Register.on(registry, view.at(), id)))
        .orElseGet(
            () ->
                text.isGiven()
                    ? Register.having(registry, view.at(), measure, text::isInOne)
                    : Register.entries(registry, view.at(), measure));
  }

  private static boolean matches(Filter text, RegisterEntry one) {
    return text.isIn(one.decisionId(), one.legalBasis(), one.platformId(), one.decision().org())
        || one.resources().stream().anyMatch(r -> text.isInOne(r.matcher().toString()));
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
    Published some = spoken.newest(Paging.offset(call), call.limit());
    return Paging.of(call, view, some.statements(), some.total(), spoken::json);
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

package nadzor.web;

import java.util.List;
import java.util.Optional;
import nadzor.office.DismissProposal;
import nadzor.office.PolicyDesk;
import nadzor.office.Revisions;
import nadzor.office.TakeProposal;
import nadzor.office.View;
import nadzor.registry.ProposalFile;
import nadzor.registry.RuleState;
import tools.jackson.databind.node.ObjectNode;

/** Proposals and the policy that makes them. */
final class ProposalWays {
  private ProposalWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/proposals", ProposalWays::proposals),
        Way.get("/proposals/{id}", ProposalWays::one),
        Way.post("/proposals/{id}/take", ProposalWays::take),
        Way.post("/proposals/{id}/dismiss", ProposalWays::dismiss),
        Way.get("/policy", ProposalWays::policy),
        Way.put("/policy", ProposalWays::setPolicy));
  }

  private static Answer proposals(Call call) {
    View view = call.view();
    String state = call.query("state").orElse("open");
    List<ProposalFile> found =
        call
            .query("case")
            .map(id -> view.registry().proposalsIn(id, view.at()))
            .orElseGet(() -> view.registry().proposals(view.at()))
            .stream()
            .filter(one -> state.equals("all") || ProposalShape.state(one).equals(state))
            .toList();
    return Paging.of(call, view, found, new ProposalShape(call.office().archive())::of);
  }

  private static Answer one(Call call) {
    View view = call.view();
    String id = call.part("id");
    ProposalFile file =
        view.registry().proposal(id).orElseThrow(() -> Problem.unknown("proposal", id));
    return Answer.ok(new ProposalShape(call.office().archive()).of(file))
        .tagged(call.office().archive().revision(Revisions.Kind.PROPOSAL, id));
  }

  private static Answer take(Call call) {
    String id = call.part("id");
    Body body = call.read();
    return Writing.guarded(
        call,
        new TakeProposal(id, DecisionWays.when(body)),
        new Revisions.Key(Revisions.Kind.PROPOSAL, id));
  }

  private static Answer dismiss(Call call) {
    String id = call.part("id");
    Body body = call.read();
    return Writing.guarded(
        call,
        new DismissProposal(id, body.find("by"), body.text("why")),
        new Revisions.Key(Revisions.Kind.PROPOSAL, id));
  }

  private static Answer policy(Call call) {
    return Answer.ok(policy(call, call.office().policy().mode()));
  }

  private static Answer setPolicy(Call call) {
    PolicyDesk.Mode mode =
        call.read().text("mode").equals("decide")
            ? PolicyDesk.Mode.DECIDE
            : PolicyDesk.Mode.PROPOSE;
    if (!call.dryRun()) {
      call.office().setPolicy(mode);
    }
    return Answer.ok(policy(call, mode));
  }

  private static ObjectNode policy(Call call, PolicyDesk.Mode mode) {
    View view = call.office().view(Optional.empty(), Optional.empty());
    ObjectNode node = Json.object();
    node.put("mode", RecordShape.word(mode));
    node.set(
        "rules",
        Json.all(
            call.office().policy().standing(view.registry(), view.at()), one -> rule(view, one)));
    return node;
  }

  private static ObjectNode rule(View view, RuleState state) {
    ObjectNode node = Json.object();
    node.put("rule", state.rule().id());
    node.set("on", CaseShape.subject(view.registry(), state.subject()));
    node.put("decision", state.rule().proposal().decisionId());
    node.put("state", RecordShape.word(state.state()));
    node.set("why", Json.texts(state.why()));
    node.set("because", DecisionShape.because(state.because()));
    Json.put(node, "due", state.due());
    return node;
  }
}

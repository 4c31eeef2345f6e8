package nadzor.web;

import java.util.ArrayList;
import java.util.List;
import nadzor.office.Archive;
import nadzor.office.Revisions;
import nadzor.registry.Because;
import nadzor.registry.Dismissal;
import nadzor.registry.Proposal;
import nadzor.registry.ProposalFile;
import nadzor.registry.ProposalState;
import nadzor.registry.Proposed;
import nadzor.registry.Recorded;
import tools.jackson.databind.node.ObjectNode;

/** Proposals as JSON. */
record ProposalShape(Archive archive) {
  ObjectNode of(ProposalFile file) {
    Recorded<Proposed> recorded = file.proposed();
    Proposal proposal = recorded.entry().proposal();
    Because because = recorded.entry().because();
    ObjectNode node = Json.object();
    node.put("id", proposal.decisionId());
    node.put("case", proposal.caseId());
    node.put("authority", proposal.authority());
    Json.put(node, "agreedWith", proposal.agreedWith());
    node.set("law", DecisionShape.laws(proposal.grounds()));
    DecisionShape.order(node, proposal.order());
    node.put("entryType", proposal.mark().entryType());
    node.put("blockType", proposal.mark().blockType().word());
    node.put("announcedAfter", proposal.announcedAfter().toString());
    node.put("grace", proposal.grace().toString());
    Json.put(node, "supersedes", proposal.supersedes());
    node.set("because", DecisionShape.because(because));
    node.put("why", why(because));
    node.put("proposedAt", recorded.entry().proposedAt().toString());
    node.put("state", state(file));
    node.put("number", recorded.number());
    node.put("recordedBy", recorded.by());
    node.put("revision", archive.revision(Revisions.Kind.PROPOSAL, proposal.decisionId()));
    file.dismissal().ifPresent(one -> node.set("dismissal", dismissal(one.entry())));
    return node;
  }

  /** As the API has it: what waits is open. */
  static String state(ProposalFile file) {
    return file.state() == ProposalState.PENDING ? "open" : file.state().word();
  }

  private static String why(Because because) {
    List<String> clauses = new ArrayList<>();
    if (!because.violations().isEmpty()) {
      int count = because.violations().size();
      clauses.add(count + (count == 1 ? " violation counts" : " violations count"));
    }
    because.demands().forEach(id -> clauses.add("demand " + id + " is ignored"));
    because.decisions().forEach(id -> clauses.add("decision " + id + " is in force"));
    return "rule " + because.ruleId() + ": " + String.join("; ", clauses);
  }

  private static ObjectNode dismissal(Dismissal dismissal) {
    ObjectNode node = Json.object();
    node.put("by", dismissal.by());
    node.put("why", dismissal.why());
    node.put("at", dismissal.dismissedAt().toString());
    return node;
  }
}

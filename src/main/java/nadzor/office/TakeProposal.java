package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Decision;
import nadzor.registry.Entry;
import nadzor.registry.Proposal;
import nadzor.registry.ProposalFile;
import nadzor.registry.Proposed;
import nadzor.registry.Recorded;

/** What was proposed is decided, as it was proposed where nothing else is said. */
public record TakeProposal(String id, TakeDecision.When when) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    return List.of(decision(find(moment, id).entry(), moment.now(), when));
  }

  static Recorded<Proposed> find(Moment moment, String id) {
    return moment
        .registry()
        .proposal(id)
        .map(ProposalFile::proposed)
        .orElseThrow(() -> Refusal.unknown("", "proposal", id));
  }

  static Decision decision(Proposed proposed, Instant taken, TakeDecision.When when) {
    Proposal proposal = proposed.proposal();
    boolean asProposed = when.grace().isZero();
    Duration grace = asProposed ? proposal.grace() : when.grace();
    TakeDecision.When said =
        new TakeDecision.When(
            when.announced(), when.inForce(), grace, when.until(), when.transition());
    return new Decision(
        proposal.decisionId(),
        proposal.caseId(),
        proposal.authority(),
        proposal.agreedWith(),
        proposal.grounds(),
        proposal.order(),
        said.from(proposed.proposedAt(), taken, proposal.announcedAfter()),
        proposal.mark(),
        proposal.supersedes(),
        Optional.of(proposed.because()));
  }
}

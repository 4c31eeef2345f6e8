package nadzor.registry;

import java.time.Instant;

/**
 * A decision is proposed, and waits for somebody who takes or dismisses it. It is taken by a {@link
 * Decision} of the same id. Immutable.
 *
 * @param proposal the decision that would be taken
 * @param because which rule proposes it, and what that rests on
 * @param proposedAt when
 */
public record Proposed(Proposal proposal, Because because, Instant proposedAt) implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.PROPOSAL;
  }

  @Override
  public String about() {
    return proposal.decisionId();
  }

  @Override
  public Instant happenedAt() {
    return proposedAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.proposed(this);
  }
}

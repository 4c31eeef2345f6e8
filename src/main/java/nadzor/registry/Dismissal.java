package nadzor.registry;

import java.time.Instant;

/**
 * A proposed decision will not be taken. Immutable.
 *
 * @param decisionId the id of the decision that was proposed
 * @param by who dismisses it
 * @param why the grounds
 * @param dismissedAt when
 */
public record Dismissal(String decisionId, String by, String why, Instant dismissedAt)
    implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.DISMISSAL;
  }

  @Override
  public String about() {
    return decisionId;
  }

  @Override
  public Instant happenedAt() {
    return dismissedAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.dismissal(this);
  }
}

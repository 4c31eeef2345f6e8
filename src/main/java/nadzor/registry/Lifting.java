package nadzor.registry;

import java.time.Instant;

/** A decision binds no more. Immutable. */
public record Lifting(String decisionId, String by, String why, Instant liftedAt) implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.LIFTING;
  }

  @Override
  public String about() {
    return decisionId;
  }

  @Override
  public Instant happenedAt() {
    return liftedAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.lifting(this);
  }
}

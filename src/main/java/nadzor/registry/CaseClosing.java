package nadzor.registry;

import java.time.Instant;

/** A case is closed: nothing more is demanded or decided in it. Immutable. */
public record CaseClosing(String caseId, Instant closedAt, String why) implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.CLOSING;
  }

  @Override
  public String about() {
    return caseId;
  }

  @Override
  public Instant happenedAt() {
    return closedAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.caseClosing(this);
  }
}
